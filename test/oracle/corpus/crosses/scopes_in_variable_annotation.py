items = name = ()
value: (lambda: name) = lambda: name
other: tuple[(lambda: name)]
value: (lambda name=name: name) = lambda name=name: name
other: tuple[(lambda name=name: name)]
value: ([name for item in items]) = [name for item in items]
other: tuple[([name for item in items])]
value: ({name for name in items}) = {name for name in items}
other: tuple[({name for name in items})]
value: ({item: name for item in name}) = {item: name for item in name}
other: tuple[({item: name for item in name})]
value: (list(name for name in items if name)) = list(name for name in items if name)
other: tuple[(list(name for name in items if name))]
value: ([item for item in items for name in item]) = [item for item in items for name in item]
other: tuple[([item for item in items for name in item])]
value: ((lambda name: [name for _ in items])(items)) = (lambda name: [name for _ in items])(items)
other: tuple[((lambda name: [name for _ in items])(items))]


class Holder:
    name = 1
    items = [name]
    value: (lambda: name) = lambda: name
    other: tuple[(lambda: name)]
    value: ([name for item in items]) = [name for item in items]
    other: tuple[([name for item in items])]
    value: ({item: name for item in name}) = {item: name for item in name}
    other: tuple[({item: name for item in name})]
    value: ((lambda name: [name for _ in items])(items)) = (lambda name: [name for _ in items])(items)
    other: tuple[((lambda name: [name for _ in items])(items))]

    def method(self, items):
        name = self
        value: (lambda: name) = lambda: name
        other: tuple[(lambda: name)]
        value: ([name for item in items]) = [name for item in items]
        other: tuple[([name for item in items])]
        value: ({item: name for item in name}) = {item: name for item in name}
        other: tuple[({item: name for item in name})]
        value: ((lambda name: [name for _ in items])(items)) = (lambda name: [name for _ in items])(items)
        other: tuple[((lambda name: [name for _ in items])(items))]
        return name
