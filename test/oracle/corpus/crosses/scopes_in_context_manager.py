items = name = ()
with (lambda: name) as value, opened(lambda: name):
    print(value)
with (lambda name=name: name) as value, opened(lambda name=name: name):
    print(value)
with ([name for item in items]) as value, opened([name for item in items]):
    print(value)
with ({name for name in items}) as value, opened({name for name in items}):
    print(value)
with ({item: name for item in name}) as value, opened({item: name for item in name}):
    print(value)
with (list(name for name in items if name)) as value, opened(list(name for name in items if name)):
    print(value)
with ([item for item in items for name in item]) as value, opened([item for item in items for name in item]):
    print(value)
with ((lambda name: [name for _ in items])(items)) as value, opened((lambda name: [name for _ in items])(items)):
    print(value)


class Holder:
    name = 1
    items = [name]
    with (lambda: name) as value, opened(lambda: name):
        print(value)
    with ([name for item in items]) as value, opened([name for item in items]):
        print(value)
    with ({item: name for item in name}) as value, opened({item: name for item in name}):
        print(value)
    with ((lambda name: [name for _ in items])(items)) as value, opened((lambda name: [name for _ in items])(items)):
        print(value)

    def method(self, items):
        name = self
        with (lambda: name) as value, opened(lambda: name):
            print(value)
        with ([name for item in items]) as value, opened([name for item in items]):
            print(value)
        with ({item: name for item in name}) as value, opened({item: name for item in name}):
            print(value)
        with ((lambda name: [name for _ in items])(items)) as value, opened((lambda name: [name for _ in items])(items)):
            print(value)
        return name
