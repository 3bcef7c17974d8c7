def change(source):
    global name
    from module import name
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        from module import name
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            from module import name
            return lambda: name

        return change

    def unrelated():
        global name
        from module import name

    return middle, unrelated


source = None


class Holder:
    global name
    from module import name
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        from module import name
        after = name

        def read(self):
            return name

    return Holder, name
