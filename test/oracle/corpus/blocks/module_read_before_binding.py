print(later)
later = 1


def read():
    return later


del later
