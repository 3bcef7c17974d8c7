def build(values):
    class Holder:
        kept = (last := 1)

        def method(self):
            return [inner := value for value in values], inner

    return [Holder := value for value in values], Holder
