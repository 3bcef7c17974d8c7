match = case = type = _ = 1
match, case = case, match
type = type + match


def case(match, type):
    match = match(type)
    match.case = type[match]
    return [type for type in match if case]


class type:
    match = match
    case: type = match
