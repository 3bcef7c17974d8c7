source = name = None
print([name := item for item in source])


def read():
    return name


def local(source):
    print([name := item for item in source])
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        print([name := item for item in source])
        return name

    return inner, name
