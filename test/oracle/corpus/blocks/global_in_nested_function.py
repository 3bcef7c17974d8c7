total = 0


def outer():
    total = 1

    def inner():
        global total
        total = 2

        def innermost():
            return total

        return innermost

    return inner, total
