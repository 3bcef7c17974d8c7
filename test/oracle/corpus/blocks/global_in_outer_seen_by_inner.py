def outer():
    global total
    total = 1

    def inner():
        return total

    def rebind():
        total = 3
        return lambda: total

    return inner, rebind
