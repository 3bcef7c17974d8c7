price = 10


def discounted():
    price = 5
    return price


def full():
    return price
