def outer():
    Kind = str

    class Holder:
        nonlocal Kind
        Kind = float
        value: list[Kind]

        def method(self, value: Kind):
            return Kind

    return Holder
