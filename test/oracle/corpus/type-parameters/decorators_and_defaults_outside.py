T = 'outer'


def decorate(value):
    return lambda function: function


@decorate(T)
def function[T](value=T, *, other=T) -> T:
    return T


@decorate(T)
class Class[T]:
    copied = T
