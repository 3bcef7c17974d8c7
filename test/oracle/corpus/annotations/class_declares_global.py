Kind = int


def outer():
    Kind = str

    class Holder:
        global Kind
        Kind = float
        value: list[Kind]

        def method(self, value: Kind):
            return Kind

    return Holder
