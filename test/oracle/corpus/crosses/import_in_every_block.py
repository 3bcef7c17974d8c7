source = name = None
import name


def read():
    return name


def local(source):
    import name
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        import name
        return name

    return inner, name


class Holder:
    before = source
    import name
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        import name
        after = name

        def read(self):
            return name, source

    return Holder
