Kind = int


def outer():
    global Kind

    def inner(value: Kind) -> Kind:
        return value

    Kind = str
    return inner
