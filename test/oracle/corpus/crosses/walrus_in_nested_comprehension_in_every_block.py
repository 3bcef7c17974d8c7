source = name = None
print([[name := cell for cell in row] for row in source])


def read():
    return name


def local(source):
    print([[name := cell for cell in row] for row in source])
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        print([[name := cell for cell in row] for row in source])
        return name

    return inner, name
