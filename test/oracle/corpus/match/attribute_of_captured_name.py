def describe(value):
    match value:
        case value.kind:
            return value
        case value.kind.name | value.other:
            return value
        case value(value=value):
            return value
