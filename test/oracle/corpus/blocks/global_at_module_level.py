global total
total = 0
global other, Later


def read():
    return total, other
