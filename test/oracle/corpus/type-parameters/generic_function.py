def first[T](values: list[T]) -> T:
    value: T = values[0]
    return value


T = 1
