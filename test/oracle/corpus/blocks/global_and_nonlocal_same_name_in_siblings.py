value = 0


def outer():
    value = 1

    def use_global():
        global value
        value = 2

    def use_nonlocal():
        nonlocal value
        value = 3

    def use_local():
        value = 4
        return value

    def use_free():
        return value

    return use_global, use_nonlocal, use_local, use_free
