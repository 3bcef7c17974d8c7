def build(Kind):
    Local = Kind

    def inner(value: Local, other: Kind = Local) -> Kind:
        return value

    return inner
