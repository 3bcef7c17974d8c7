def build(Key):
    Value = int
    type Mapping = dict[Key, Value]
    type Generic[T] = dict[Key, T]

    def inner():
        return Mapping, Generic

    return inner
