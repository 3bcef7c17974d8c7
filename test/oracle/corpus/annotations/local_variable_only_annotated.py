def compute():
    total: int

    def inner():
        return total

    return inner
