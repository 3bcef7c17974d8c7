def outer(values):
    def inner[T](value: T):
        found = [last := value for value in values]
        return found, last, T

    return inner
