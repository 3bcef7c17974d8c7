def parse(text: Later) -> Later:
    return Later(text)


class Later:
    pass


def again(text: Later):
    class Later:
        value: Later

    return Later
