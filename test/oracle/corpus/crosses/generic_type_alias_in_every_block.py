source = name = None
type name[source] = dict[source, name]


def read():
    return name


def local(source):
    type name[source] = dict[source, name]
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        type name[source] = dict[source, name]
        return name

    return inner, name


class Holder:
    before = source
    type name[source] = dict[source, name]
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        type name[source] = dict[source, name]
        after = name

        def read(self):
            return name, source

    return Holder
