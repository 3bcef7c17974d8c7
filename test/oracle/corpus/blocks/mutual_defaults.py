def first(second=lambda: first):
    return second


def second(first=first):
    return first
