def outer(first: int):
    def middle(second: first):
        def inner(third: second, fourth: first) -> middle:
            return third

        return inner

    return middle
