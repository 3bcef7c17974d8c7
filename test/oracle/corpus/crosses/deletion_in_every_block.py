source = name = None
del name
name = 1


def read():
    return name


def local(source):
    del name
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        del name
        return name

    return inner, name


class Holder:
    before = source
    del name
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        del name
        after = name

        def read(self):
            return name, source

    return Holder
