class Box[T]:
    before = T
    T = 3
    after = T

    def read(self, value: T) -> T:
        return T
