source = name = None
for index, (name, *rest) in source:
    print(name, index, rest)
else:
    print(name)


def read():
    return name


def local(source):
    for index, (name, *rest) in source:
        print(name, index, rest)
    else:
        print(name)
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        for index, (name, *rest) in source:
            print(name, index, rest)
        else:
            print(name)
        return name

    return inner, name


class Holder:
    before = source
    for index, (name, *rest) in source:
        print(name, index, rest)
    else:
        print(name)
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        for index, (name, *rest) in source:
            print(name, index, rest)
        else:
            print(name)
        after = name

        def read(self):
            return name, source

    return Holder
