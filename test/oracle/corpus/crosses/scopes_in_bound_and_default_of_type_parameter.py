items = name = ()
def used[T: (lambda: name), S = (lambda: name)](value: T) -> S:
    return value
def used[T: (lambda name=name: name), S = (lambda name=name: name)](value: T) -> S:
    return value
def used[T: ([name for item in items]), S = ([name for item in items])](value: T) -> S:
    return value
def used[T: ({name for name in items}), S = ({name for name in items})](value: T) -> S:
    return value
def used[T: ({item: name for item in name}), S = ({item: name for item in name})](value: T) -> S:
    return value
def used[T: (list(name for name in items if name)), S = (list(name for name in items if name))](value: T) -> S:
    return value
def used[T: ([item for item in items for name in item]), S = ([item for item in items for name in item])](value: T) -> S:
    return value
def used[T: ((lambda name: [name for _ in items])(items)), S = ((lambda name: [name for _ in items])(items))](value: T) -> S:
    return value


class Holder:
    name = 1
    items = [name]
    def used[T: (lambda: name), S = (lambda: name)](value: T) -> S:
        return value
    def used[T: ([name for item in items]), S = ([name for item in items])](value: T) -> S:
        return value
    def used[T: ({item: name for item in name}), S = ({item: name for item in name})](value: T) -> S:
        return value
    def used[T: ((lambda name: [name for _ in items])(items)), S = ((lambda name: [name for _ in items])(items))](value: T) -> S:
        return value

    def method(self, items):
        name = self
        def used[T: (lambda: name), S = (lambda: name)](value: T) -> S:
            return value
        def used[T: ([name for item in items]), S = ([name for item in items])](value: T) -> S:
            return value
        def used[T: ({item: name for item in name}), S = ({item: name for item in name})](value: T) -> S:
            return value
        def used[T: ((lambda name: [name for _ in items])(items)), S = ((lambda name: [name for _ in items])(items))](value: T) -> S:
            return value
        return name
