def describe(value):
    match value:
        case [_, second]:
            return second
        case {'key': _}:
            return None
        case _:
            return _
