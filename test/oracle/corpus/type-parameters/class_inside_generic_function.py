def build[T](value: T):
    class Holder:
        kind: T = value

        def read(self, other: T) -> T:
            return T, value

        type Alias = list[T]

    return Holder
