def change(source):
    global name
    def name(source=source):
        return source
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        def name(source=source):
            return source
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            def name(source=source):
                return source
            return lambda: name

        return change

    def unrelated():
        global name
        def name(source=source):
            return source

    return middle, unrelated


source = None


class Holder:
    global name
    def name(source=source):
        return source
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        def name(source=source):
            return source
        after = name

        def read(self):
            return name

    return Holder, name
