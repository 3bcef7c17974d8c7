def outer():
    seen = []

    def middle():
        def inner():
            return seen

        return inner

    return middle
