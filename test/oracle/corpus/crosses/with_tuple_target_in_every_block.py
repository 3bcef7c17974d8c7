source = name = None
with source as (name, second), source as third:
    print(name, second, third)


def read():
    return name


def local(source):
    with source as (name, second), source as third:
        print(name, second, third)
    return name, lambda: name


def outer(source):
    name = 0

    def inner():
        with source as (name, second), source as third:
            print(name, second, third)
        return name

    return inner, name


class Holder:
    before = source
    with source as (name, second), source as third:
        print(name, second, third)
    after = name

    def read(self):
        return name


def factory(name, source):
    class Holder:
        with source as (name, second), source as third:
            print(name, second, third)
        after = name

        def read(self):
            return name, source

    return Holder
