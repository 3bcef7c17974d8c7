items = name = ()
@register(lambda: name)
def used(name):
    return name
@register(lambda name=name: name)
def used(name):
    return name
@register([name for item in items])
def used(name):
    return name
@register({name for name in items})
def used(name):
    return name
@register({item: name for item in name})
def used(name):
    return name
@register(list(name for name in items if name))
def used(name):
    return name
@register([item for item in items for name in item])
def used(name):
    return name
@register((lambda name: [name for _ in items])(items))
def used(name):
    return name


class Holder:
    name = 1
    items = [name]
    @register(lambda: name)
    def used(name):
        return name
    @register([name for item in items])
    def used(name):
        return name
    @register({item: name for item in name})
    def used(name):
        return name
    @register((lambda name: [name for _ in items])(items))
    def used(name):
        return name

    def method(self, items):
        name = self
        @register(lambda: name)
        def used(name):
            return name
        @register([name for item in items])
        def used(name):
            return name
        @register({item: name for item in name})
        def used(name):
            return name
        @register((lambda name: [name for _ in items])(items))
        def used(name):
            return name
        return name
