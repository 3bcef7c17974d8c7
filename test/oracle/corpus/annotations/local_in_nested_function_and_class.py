def outer(Kind):
    value: Kind = 1

    class Inner:
        value: Kind = value

        def method(self):
            value: Kind = self
            return value

    def inner():
        value: Kind
        return Kind

    return Inner, inner
