source = name = None
if (name := source) and name:
    pass


def read():
    return name


def local(source):
    if (name := source) and name:
        pass
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        if (name := source) and name:
            pass
        return name

    return inner, name


class Holder:
    before = source
    if (name := source) and name:
        pass
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        if (name := source) and name:
            pass
        after = name

        def read(self):
            return name, source

    return Holder
