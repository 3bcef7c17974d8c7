total = 0


def add(amount):
    global total
    total += amount
    return total


def read():
    return total
