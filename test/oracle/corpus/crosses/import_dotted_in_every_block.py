source = name = None
import name.module


def read():
    return name


def local(source):
    import name.module
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        import name.module
        return name

    return inner, name


class Holder:
    before = source
    import name.module
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        import name.module
        after = name

        def read(self):
            return name, source

    return Holder
