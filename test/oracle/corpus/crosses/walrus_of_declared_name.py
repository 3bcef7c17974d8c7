def change(source):
    global name
    print(name := source)
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        print(name := source)
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            print(name := source)
            return lambda: name

        return change

    def unrelated():
        global name
        print(name := source)

    return middle, unrelated


source = None


class Holder:
    global name
    print(name := source)
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        print(name := source)
        after = name

        def read(self):
            return name

    return Holder, name
