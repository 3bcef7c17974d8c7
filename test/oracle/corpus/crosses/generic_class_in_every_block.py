source = name = None
class name[source](list[source]):
    value: source


def read():
    return name


def local(source):
    class name[source](list[source]):
        value: source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        class name[source](list[source]):
            value: source
        return name

    return inner, name


class Holder:
    before = source
    class name[source](list[source]):
        value: source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        class name[source](list[source]):
            value: source
        after = name

        def read(self):
            return name, source

    return Holder
