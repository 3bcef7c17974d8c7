def outer(items):
    counter = 0

    def inner():
        nonlocal counter
        counter = [counter for counter in items]
        return counter

    return inner
