def change(source):
    global name
    print([name := item for item in source])
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        print([name := item for item in source])
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            print([name := item for item in source])
            return lambda: name

        return change

    def unrelated():
        global name
        print([name := item for item in source])

    return middle, unrelated
