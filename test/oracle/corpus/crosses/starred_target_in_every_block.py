source = name = None
[first, *name], other = source


def read():
    return name


def local(source):
    [first, *name], other = source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        [first, *name], other = source
        return name

    return inner, name


class Holder:
    before = source
    [first, *name], other = source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        [first, *name], other = source
        after = name

        def read(self):
            return name, source

    return Holder
