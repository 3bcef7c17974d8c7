items = name = ()
value = items[lambda: name]
items[(lambda: name)] = items((lambda: name), *(lambda: name), key=lambda: name)
value = items[lambda name=name: name]
items[(lambda name=name: name)] = items((lambda name=name: name), *(lambda name=name: name), key=lambda name=name: name)
value = items[[name for item in items]]
items[([name for item in items])] = items(([name for item in items]), *([name for item in items]), key=[name for item in items])
value = items[{name for name in items}]
items[({name for name in items})] = items(({name for name in items}), *({name for name in items}), key={name for name in items})
value = items[{item: name for item in name}]
items[({item: name for item in name})] = items(({item: name for item in name}), *({item: name for item in name}), key={item: name for item in name})
value = items[list(name for name in items if name)]
items[(list(name for name in items if name))] = items((list(name for name in items if name)), *(list(name for name in items if name)), key=list(name for name in items if name))
value = items[[item for item in items for name in item]]
items[([item for item in items for name in item])] = items(([item for item in items for name in item]), *([item for item in items for name in item]), key=[item for item in items for name in item])
value = items[(lambda name: [name for _ in items])(items)]
items[((lambda name: [name for _ in items])(items))] = items(((lambda name: [name for _ in items])(items)), *((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items))


class Holder:
    name = 1
    items = [name]
    value = items[lambda: name]
    items[(lambda: name)] = items((lambda: name), *(lambda: name), key=lambda: name)
    value = items[[name for item in items]]
    items[([name for item in items])] = items(([name for item in items]), *([name for item in items]), key=[name for item in items])
    value = items[{item: name for item in name}]
    items[({item: name for item in name})] = items(({item: name for item in name}), *({item: name for item in name}), key={item: name for item in name})
    value = items[(lambda name: [name for _ in items])(items)]
    items[((lambda name: [name for _ in items])(items))] = items(((lambda name: [name for _ in items])(items)), *((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items))

    def method(self, items):
        name = self
        value = items[lambda: name]
        items[(lambda: name)] = items((lambda: name), *(lambda: name), key=lambda: name)
        value = items[[name for item in items]]
        items[([name for item in items])] = items(([name for item in items]), *([name for item in items]), key=[name for item in items])
        value = items[{item: name for item in name}]
        items[({item: name for item in name})] = items(({item: name for item in name}), *({item: name for item in name}), key={item: name for item in name})
        value = items[(lambda name: [name for _ in items])(items)]
        items[((lambda name: [name for _ in items])(items))] = items(((lambda name: [name for _ in items])(items)), *((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items))
        return name
