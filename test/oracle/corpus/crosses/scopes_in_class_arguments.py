items = name = ()
class Used(*bases(lambda: name), key=lambda: name):
    name = 2
class Used(*bases(lambda name=name: name), key=lambda name=name: name):
    name = 2
class Used(*bases([name for item in items]), key=[name for item in items]):
    name = 2
class Used(*bases({name for name in items}), key={name for name in items}):
    name = 2
class Used(*bases({item: name for item in name}), key={item: name for item in name}):
    name = 2
class Used(*bases(list(name for name in items if name)), key=list(name for name in items if name)):
    name = 2
class Used(*bases([item for item in items for name in item]), key=[item for item in items for name in item]):
    name = 2
class Used(*bases((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items)):
    name = 2


class Holder:
    name = 1
    items = [name]
    class Used(*bases(lambda: name), key=lambda: name):
        name = 2
    class Used(*bases([name for item in items]), key=[name for item in items]):
        name = 2
    class Used(*bases({item: name for item in name}), key={item: name for item in name}):
        name = 2
    class Used(*bases((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items)):
        name = 2

    def method(self, items):
        name = self
        class Used(*bases(lambda: name), key=lambda: name):
            name = 2
        class Used(*bases([name for item in items]), key=[name for item in items]):
            name = 2
        class Used(*bases({item: name for item in name}), key={item: name for item in name}):
            name = 2
        class Used(*bases((lambda name: [name for _ in items])(items)), key=(lambda name: [name for _ in items])(items)):
            name = 2
        return name
