source = name = None
from module import other as name


def read():
    return name


def local(source):
    from module import other as name
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        from module import other as name
        return name

    return inner, name


class Holder:
    before = source
    from module import other as name
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        from module import other as name
        after = name

        def read(self):
            return name, source

    return Holder
