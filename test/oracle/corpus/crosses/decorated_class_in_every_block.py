source = name = None
@source
class name(key=source):
    attribute = source


def read():
    return name


def local(source):
    @source
    class name(key=source):
        attribute = source
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        @source
        class name(key=source):
            attribute = source
        return name

    return inner, name


class Holder:
    before = source
    @source
    class name(key=source):
        attribute = source
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        @source
        class name(key=source):
            attribute = source
        after = name

        def read(self):
            return name, source

    return Holder
