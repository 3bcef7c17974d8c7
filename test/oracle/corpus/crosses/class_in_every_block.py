source = name = None
class name(source):
    pass


def read():
    return name


def local(source):
    class name(source):
        pass
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        class name(source):
            pass
        return name

    return inner, name


class Holder:
    before = source
    class name(source):
        pass
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        class name(source):
            pass
        after = name

        def read(self):
            return name, source

    return Holder
