total = 1


def top():
    total = 2

    def inner():
        return total

    return inner


class Top:
    def top(self):
        top = self
        return top
