T = int


def outer[T](value: T):
    def inner(other: T) -> T:
        return T

    return inner


def after(value: T):
    return T
