def change(source):
    global name
    with source as name:
        pass
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        with source as name:
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
            with source as name:
                pass
            return lambda: name

        return change

    def unrelated():
        global name
        with source as name:
            pass

    return middle, unrelated


source = None


class Holder:
    global name
    with source as name:
        pass
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        with source as name:
            pass
        after = name

        def read(self):
            return name

    return Holder, name
