class Holder:
    Key = str
    type Mapping = dict[Key, Value]
    Value = int
    type Self = Holder

    def read(self) -> Mapping:
        return Mapping, Key
