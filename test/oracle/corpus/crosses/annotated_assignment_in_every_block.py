source = name = None
name: int = source


def read():
    return name


def local(source):
    name: int = source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        name: int = source
        return name

    return inner, name


class Holder:
    before = source
    name: int = source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        name: int = source
        after = name

        def read(self):
            return name, source

    return Holder
