match = 1
case = 2
match match:
    case case:
        print(match, case)
match (match, case):
    case (match, case):
        pass
match [match]:
    case [type]:
        pass
match {}:
    case {'x': _}:
        _ = match
