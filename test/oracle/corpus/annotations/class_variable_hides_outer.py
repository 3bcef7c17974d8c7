def outer():
    Kind = 1

    class Holder:
        value: Kind
        Kind = 2

        def method(self, value: Kind, key: (lambda: Kind)) -> [Kind for _ in range(3)]:
            return Kind

        other: Kind

    return Holder
