source = name = None
try:
    pass
except* source as name:
    print(name)


def read():
    return name


def local(source):
    try:
        pass
    except* source as name:
        print(name)
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        try:
            pass
        except* source as name:
            print(name)
        return name

    return inner, name


class Holder:
    before = source
    try:
        pass
    except* source as name:
        print(name)
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        try:
            pass
        except* source as name:
            print(name)
        after = name

        def read(self):
            return name, source

    return Holder
