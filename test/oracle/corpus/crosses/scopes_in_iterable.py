items = name = ()
for value in (lambda: name):
    print(value)
for value in (lambda name=name: name):
    print(value)
for value in ([name for item in items]):
    print(value)
for value in ({name for name in items}):
    print(value)
for value in ({item: name for item in name}):
    print(value)
for value in (list(name for name in items if name)):
    print(value)
for value in ([item for item in items for name in item]):
    print(value)
for value in ((lambda name: [name for _ in items])(items)):
    print(value)


class Holder:
    name = 1
    items = [name]
    for value in (lambda: name):
        print(value)
    for value in ([name for item in items]):
        print(value)
    for value in ({item: name for item in name}):
        print(value)
    for value in ((lambda name: [name for _ in items])(items)):
        print(value)

    def method(self, items):
        name = self
        for value in (lambda: name):
            print(value)
        for value in ([name for item in items]):
            print(value)
        for value in ({item: name for item in name}):
            print(value)
        for value in ((lambda name: [name for _ in items])(items)):
            print(value)
        return name
