source = name = None
print(any((name := item) for item in source if name))


def read():
    return name


def local(source):
    print(any((name := item) for item in source if name))
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        print(any((name := item) for item in source if name))
        return name

    return inner, name
