source = name = None
match source:
    case name:
        pass


def read():
    return name


def local(source):
    match source:
        case name:
            pass
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        match source:
            case name:
                pass
        return name

    return inner, name


class Holder:
    before = source
    match source:
        case name:
            pass
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        match source:
            case name:
                pass
        after = name

        def read(self):
            return name, source

    return Holder
