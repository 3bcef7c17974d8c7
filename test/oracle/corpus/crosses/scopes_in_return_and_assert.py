items = name = ()
assert (lambda: name), (lambda: name)
value = (lambda: name) if (lambda: name) else (lambda: name)
assert (lambda name=name: name), (lambda name=name: name)
value = (lambda name=name: name) if (lambda name=name: name) else (lambda name=name: name)
assert ([name for item in items]), ([name for item in items])
value = ([name for item in items]) if ([name for item in items]) else ([name for item in items])
assert ({name for name in items}), ({name for name in items})
value = ({name for name in items}) if ({name for name in items}) else ({name for name in items})
assert ({item: name for item in name}), ({item: name for item in name})
value = ({item: name for item in name}) if ({item: name for item in name}) else ({item: name for item in name})
assert (list(name for name in items if name)), (list(name for name in items if name))
value = (list(name for name in items if name)) if (list(name for name in items if name)) else (list(name for name in items if name))
assert ([item for item in items for name in item]), ([item for item in items for name in item])
value = ([item for item in items for name in item]) if ([item for item in items for name in item]) else ([item for item in items for name in item])
assert ((lambda name: [name for _ in items])(items)), ((lambda name: [name for _ in items])(items))
value = ((lambda name: [name for _ in items])(items)) if ((lambda name: [name for _ in items])(items)) else ((lambda name: [name for _ in items])(items))


class Holder:
    name = 1
    items = [name]
    assert (lambda: name), (lambda: name)
    value = (lambda: name) if (lambda: name) else (lambda: name)
    assert ([name for item in items]), ([name for item in items])
    value = ([name for item in items]) if ([name for item in items]) else ([name for item in items])
    assert ({item: name for item in name}), ({item: name for item in name})
    value = ({item: name for item in name}) if ({item: name for item in name}) else ({item: name for item in name})
    assert ((lambda name: [name for _ in items])(items)), ((lambda name: [name for _ in items])(items))
    value = ((lambda name: [name for _ in items])(items)) if ((lambda name: [name for _ in items])(items)) else ((lambda name: [name for _ in items])(items))

    def method(self, items):
        name = self
        assert (lambda: name), (lambda: name)
        value = (lambda: name) if (lambda: name) else (lambda: name)
        assert ([name for item in items]), ([name for item in items])
        value = ([name for item in items]) if ([name for item in items]) else ([name for item in items])
        assert ({item: name for item in name}), ({item: name for item in name})
        value = ({item: name for item in name}) if ({item: name for item in name}) else ({item: name for item in name})
        assert ((lambda name: [name for _ in items])(items)), ((lambda name: [name for _ in items])(items))
        value = ((lambda name: [name for _ in items])(items)) if ((lambda name: [name for _ in items])(items)) else ((lambda name: [name for _ in items])(items))
        return name
