class Box[T]:
    kind = T
    lazy = lambda self: T
    listed = [T for _ in range(3)]

    def read(self):
        return T, lambda: T

    class Inner:
        kind = T
