def describe(first, second):
    match first, second:
        case left, right:
            return left, right
    match *first, second:
        case [*items]:
            return items
    match (chosen := first):
        case kept:
            return chosen, kept
    match -first:
        case 1:
            pass
    match [item for item in first]:
        case [item]:
            return item
    match first:
        case [item]: pass
