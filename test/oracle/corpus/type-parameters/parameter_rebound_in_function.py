def function[T](value: T):
    T = value
    return T, lambda: T


def parameter[T](T: T) -> T:
    return T
