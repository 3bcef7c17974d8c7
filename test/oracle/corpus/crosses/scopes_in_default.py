items = name = ()
def used(value=lambda: name, *, other=lambda: name):
    return value, other
def used(value=lambda name=name: name, *, other=lambda name=name: name):
    return value, other
def used(value=[name for item in items], *, other=[name for item in items]):
    return value, other
def used(value={name for name in items}, *, other={name for name in items}):
    return value, other
def used(value={item: name for item in name}, *, other={item: name for item in name}):
    return value, other
def used(value=list(name for name in items if name), *, other=list(name for name in items if name)):
    return value, other
def used(value=[item for item in items for name in item], *, other=[item for item in items for name in item]):
    return value, other
def used(value=(lambda name: [name for _ in items])(items), *, other=(lambda name: [name for _ in items])(items)):
    return value, other


class Holder:
    name = 1
    items = [name]
    def used(value=lambda: name, *, other=lambda: name):
        return value, other
    def used(value=[name for item in items], *, other=[name for item in items]):
        return value, other
    def used(value={item: name for item in name}, *, other={item: name for item in name}):
        return value, other
    def used(value=(lambda name: [name for _ in items])(items), *, other=(lambda name: [name for _ in items])(items)):
        return value, other

    def method(self, items):
        name = self
        def used(value=lambda: name, *, other=lambda: name):
            return value, other
        def used(value=[name for item in items], *, other=[name for item in items]):
            return value, other
        def used(value={item: name for item in name}, *, other={item: name for item in name}):
            return value, other
        def used(value=(lambda name: [name for _ in items])(items), *, other=(lambda name: [name for _ in items])(items)):
            return value, other
        return name
