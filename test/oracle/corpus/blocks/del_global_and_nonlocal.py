state = {}


def clear():
    global state
    del state


def outer():
    state = 1

    def inner():
        nonlocal state
        del state

    return inner
