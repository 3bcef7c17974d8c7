source = name = None
type name = list[source]


def read():
    return name


def local(source):
    type name = list[source]
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        type name = list[source]
        return name

    return inner, name


class Holder:
    before = source
    type name = list[source]
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        type name = list[source]
        after = name

        def read(self):
            return name, source

    return Holder
