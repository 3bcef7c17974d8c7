source = name = None
match source:
    case {'key': _, **name}:
        print(name)


def read():
    return name


def local(source):
    match source:
        case {'key': _, **name}:
            print(name)
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        match source:
            case {'key': _, **name}:
                print(name)
        return name

    return inner, name


class Holder:
    before = source
    match source:
        case {'key': _, **name}:
            print(name)
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        match source:
            case {'key': _, **name}:
                print(name)
        after = name

        def read(self):
            return name, source

    return Holder
