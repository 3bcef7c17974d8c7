items = name = ()
print(value := (lambda: name), (other := (lambda: name)))
print(value := (lambda name=name: name), (other := (lambda name=name: name)))
print(value := ([name for item in items]), (other := ([name for item in items])))
print(value := ({name for name in items}), (other := ({name for name in items})))
print(value := ({item: name for item in name}), (other := ({item: name for item in name})))
print(value := (list(name for name in items if name)), (other := (list(name for name in items if name))))
print(value := ([item for item in items for name in item]), (other := ([item for item in items for name in item])))
print(value := ((lambda name: [name for _ in items])(items)), (other := ((lambda name: [name for _ in items])(items))))


class Holder:
    name = 1
    items = [name]
    print(value := (lambda: name), (other := (lambda: name)))
    print(value := ([name for item in items]), (other := ([name for item in items])))
    print(value := ({item: name for item in name}), (other := ({item: name for item in name})))
    print(value := ((lambda name: [name for _ in items])(items)), (other := ((lambda name: [name for _ in items])(items))))

    def method(self, items):
        name = self
        print(value := (lambda: name), (other := (lambda: name)))
        print(value := ([name for item in items]), (other := ([name for item in items])))
        print(value := ({item: name for item in name}), (other := ({item: name for item in name})))
        print(value := ((lambda name: [name for _ in items])(items)), (other := ((lambda name: [name for _ in items])(items))))
        return name
