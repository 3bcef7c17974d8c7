class Box[T](Base[T], metaclass=Meta[T]):
    value: T

    def get(self, default: T) -> T:
        return self.value or T
