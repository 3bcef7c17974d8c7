T = 1


def function[T](value: T):
    def inner():
        global T
        return T

    return inner, T
