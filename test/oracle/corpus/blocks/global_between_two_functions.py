def outer():
    value = 1

    def middle():
        global value

        def inner():
            return value

        return inner

    return middle, value
