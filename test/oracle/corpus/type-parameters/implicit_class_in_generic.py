class Derived[T](Base[T]):
    def method(self):
        return super().method(), __class__

    def generic[S](self, value: S):
        return super().generic(value), lambda: __class__
