price = 10


def read_first():
    print(price)
    price = 5
    return price


def never_runs():
    if False:
        price = 0
    return price
