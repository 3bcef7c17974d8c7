def outer():
    count = 0

    def middle():
        def inner():
            nonlocal count
            count = 1

        return inner

    return middle, count
