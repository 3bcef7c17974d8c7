source = name = None
def name[source](value: source):
    return source


def read():
    return name


def local(source):
    def name[source](value: source):
        return source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        def name[source](value: source):
            return source
        return name

    return inner, name


class Holder:
    before = source
    def name[source](value: source):
        return source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        def name[source](value: source):
            return source
        after = name

        def read(self):
            return name, source

    return Holder
