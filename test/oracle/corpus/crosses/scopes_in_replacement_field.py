items = name = ()
text = f'{(lambda: name)} {items:{(lambda: name)}}'
text = f'{(lambda name=name: name)} {items:{(lambda name=name: name)}}'
text = f'{([name for item in items])} {items:{([name for item in items])}}'
text = f'{({name for name in items})} {items:{({name for name in items})}}'
text = f'{({item: name for item in name})} {items:{({item: name for item in name})}}'
text = f'{(list(name for name in items if name))} {items:{(list(name for name in items if name))}}'
text = f'{([item for item in items for name in item])} {items:{([item for item in items for name in item])}}'
text = f'{((lambda name: [name for _ in items])(items))} {items:{((lambda name: [name for _ in items])(items))}}'


class Holder:
    name = 1
    items = [name]
    text = f'{(lambda: name)} {items:{(lambda: name)}}'
    text = f'{([name for item in items])} {items:{([name for item in items])}}'
    text = f'{({item: name for item in name})} {items:{({item: name for item in name})}}'
    text = f'{((lambda name: [name for _ in items])(items))} {items:{((lambda name: [name for _ in items])(items))}}'

    def method(self, items):
        name = self
        text = f'{(lambda: name)} {items:{(lambda: name)}}'
        text = f'{([name for item in items])} {items:{([name for item in items])}}'
        text = f'{({item: name for item in name})} {items:{({item: name for item in name})}}'
        text = f'{((lambda name: [name for _ in items])(items))} {items:{((lambda name: [name for _ in items])(items))}}'
        return name
