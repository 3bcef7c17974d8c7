def change(source):
    global name
    import module.inner as name
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        import module.inner as name
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            import module.inner as name
            return lambda: name

        return change

    def unrelated():
        global name
        import module.inner as name

    return middle, unrelated


source = None


class Holder:
    global name
    import module.inner as name
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        import module.inner as name
        after = name

        def read(self):
            return name

    return Holder, name
