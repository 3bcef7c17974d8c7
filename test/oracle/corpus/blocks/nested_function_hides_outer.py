def outer():
    total = 0

    def inner():
        total = 1

        def innermost():
            return total

        return innermost

    return inner, total
