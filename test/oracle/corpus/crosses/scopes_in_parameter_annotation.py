items = name = ()
def used(name: (lambda: name)) -> (lambda: name):
    return name
def used(name: (lambda name=name: name)) -> (lambda name=name: name):
    return name
def used(name: ([name for item in items])) -> ([name for item in items]):
    return name
def used(name: ({name for name in items})) -> ({name for name in items}):
    return name
def used(name: ({item: name for item in name})) -> ({item: name for item in name}):
    return name
def used(name: (list(name for name in items if name))) -> (list(name for name in items if name)):
    return name
def used(name: ([item for item in items for name in item])) -> ([item for item in items for name in item]):
    return name
def used(name: ((lambda name: [name for _ in items])(items))) -> ((lambda name: [name for _ in items])(items)):
    return name


class Holder:
    name = 1
    items = [name]
    def used(name: (lambda: name)) -> (lambda: name):
        return name
    def used(name: ([name for item in items])) -> ([name for item in items]):
        return name
    def used(name: ({item: name for item in name})) -> ({item: name for item in name}):
        return name
    def used(name: ((lambda name: [name for _ in items])(items))) -> ((lambda name: [name for _ in items])(items)):
        return name

    def method(self, items):
        name = self
        def used(name: (lambda: name)) -> (lambda: name):
            return name
        def used(name: ([name for item in items])) -> ([name for item in items]):
            return name
        def used(name: ({item: name for item in name})) -> ({item: name for item in name}):
            return name
        def used(name: ((lambda name: [name for _ in items])(items))) -> ((lambda name: [name for _ in items])(items)):
            return name
        return name
