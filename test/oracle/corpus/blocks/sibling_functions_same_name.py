def first():
    total = 1
    return total


def second():
    total = 2
    return total


def third(total):
    return total
