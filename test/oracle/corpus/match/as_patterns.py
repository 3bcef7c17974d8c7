def describe(tree):
    match tree:
        case [left, [middle as inner, right] as pair] as whole:
            return left, middle, inner, right, pair, whole
        case (str() as text):
            return text
        case ((number)):
            return number
