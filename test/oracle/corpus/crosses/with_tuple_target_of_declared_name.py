def change(source):
    global name
    with source as (name, second), source as third:
        print(name, second, third)
    return name


def read():
    return name


def outer(source):
    name = 0

    def change():
        nonlocal name
        with source as (name, second), source as third:
            print(name, second, third)
        return name

    def read():
        return name

    return change, read


def far(source):
    name = 0

    def middle():
        def change():
            nonlocal name
            with source as (name, second), source as third:
                print(name, second, third)
            return lambda: name

        return change

    def unrelated():
        global name
        with source as (name, second), source as third:
            print(name, second, third)

    return middle, unrelated


source = None


class Holder:
    global name
    with source as (name, second), source as third:
        print(name, second, third)
    after = name

    def read(self):
        return name


def outer(source):
    name = 0

    class Holder:
        nonlocal name
        with source as (name, second), source as third:
            print(name, second, third)
        after = name

        def read(self):
            return name

    return Holder, name
