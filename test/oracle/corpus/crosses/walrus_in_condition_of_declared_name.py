def change(source):
    global name
    if (name := source) and name:
        pass
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        if (name := source) and name:
            pass
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            if (name := source) and name:
                pass
            return lambda: name

        return change

    def unrelated():
        global name
        if (name := source) and name:
            pass

    return middle, unrelated


source = None


class Holder:
    global name
    if (name := source) and name:
        pass
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        if (name := source) and name:
            pass
        after = name

        def read(self):
            return name

    return Holder, name
