def outer[T](value: T):
    def inner[S](other: S, both: tuple[S, T]):
        def innermost[T](value: T, other: S) -> T:
            return T, S

        return innermost

    return inner
