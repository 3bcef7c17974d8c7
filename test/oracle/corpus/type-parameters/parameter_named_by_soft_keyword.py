type exec[*type] = [type for _ in type]
type print[type] = type
type match[**match] = match
type Plain[*type, match = type] = match
type Other[type, case: type] = dict[type, case]


def function[type, match](type: type, match: match) -> type:
    return type, match


class Class[match, *type](match[*type]):
    type: type
