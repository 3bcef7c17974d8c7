source = name = None
print(name := source)


def read():
    return name


def local(source):
    print(name := source)
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        print(name := source)
        return name

    return inner, name


class Holder:
    before = source
    print(name := source)
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        print(name := source)
        after = name

        def read(self):
            return name, source

    return Holder
