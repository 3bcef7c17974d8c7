def search(values):
    if any((found := value) > 3 for value in values):
        return found
    squares = {square := value * value for value in values}
    lookup = {(key := value): (item := key) for value in values}
    return square, squares, lookup, key, item
