def describe(values):
    match values:
        case []:
            return None
        case [first]:
            return first
        case [first, second, *rest]:
            return first, second, rest
        case (first, (second, *_)):
            return second
        case *init, last:
            return init, last
        case first,:
            return first
