def change(source):
    global name
    import name.module
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        import name.module
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            import name.module
            return lambda: name

        return change

    def unrelated():
        global name
        import name.module

    return middle, unrelated


source = None


class Holder:
    global name
    import name.module
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        import name.module
        after = name

        def read(self):
            return name

    return Holder, name
