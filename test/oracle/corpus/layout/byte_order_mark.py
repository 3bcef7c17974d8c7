total = 1; read = lambda: total


def use(total):
    return total, read
