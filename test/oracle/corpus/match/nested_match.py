def describe(left, right):
    match left:
        case [first]:
            match right:
                case [first, second]:
                    return first, second
                case match:
                    return match
        case case:
            return case
