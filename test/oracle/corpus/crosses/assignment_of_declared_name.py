def change(source):
    global name
    name = source
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        name = source
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            name = source
            return lambda: name

        return change

    def unrelated():
        global name
        name = source

    return middle, unrelated


source = None


class Holder:
    global name
    name = source
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        name = source
        after = name

        def read(self):
            return name

    return Holder, name
