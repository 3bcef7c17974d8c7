def describe(value, limit):
    match value:
        case [first, *rest] if first > limit and (size := len(rest)):
            return first, size
        case number if any(number == other for other in limit):
            return number
        case text if (lambda: text)():
            return text
