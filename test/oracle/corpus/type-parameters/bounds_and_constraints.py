class Base:
    pass


def largest[T: Base, S: (int, str), U: list[T]](values: list[T], key: S) -> U:
    return max(values)


class Container[T: 'Base', K: Container]:
    pass
