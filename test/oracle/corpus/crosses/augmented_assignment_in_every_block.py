source = name = None
name += source


def read():
    return name


def local(source):
    name += source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        name += source
        return name

    return inner, name


class Holder:
    before = source
    name += source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        name += source
        after = name

        def read(self):
            return name, source

    return Holder
