def outer():
    value = 0

    def middle():
        nonlocal value
        value = 1

        def inner():
            nonlocal value
            value = 2
            return lambda: value

        return inner

    return middle
