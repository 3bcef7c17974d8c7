def outer(cart):
    total = 0

    def inner():
        return cart, total

    return inner
