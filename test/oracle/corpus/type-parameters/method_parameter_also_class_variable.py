class Holder:
    T = int

    def method[T](self, value: T) -> T:
        return T

    def other[S](self, value: S, kind: T) -> T:
        return T
