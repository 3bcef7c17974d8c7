source = name = None
for name in source:
    pass


def read():
    return name


def local(source):
    for name in source:
        pass
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        for name in source:
            pass
        return name

    return inner, name


class Holder:
    before = source
    for name in source:
        pass
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        for name in source:
            pass
        after = name

        def read(self):
            return name, source

    return Holder
