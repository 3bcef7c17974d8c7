def outer():
    value = 1

    def generic[T](kind: T):
        nonlocal value
        value = kind, T
        return value

    class Generic[T]:
        nonlocal value
        value = T

    return generic, Generic
