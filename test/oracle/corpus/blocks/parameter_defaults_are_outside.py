limit = 10


def clamp(value, limit=limit, floor=-limit):
    return min(max(value, floor), limit)


def outer(limit):
    def inner(value=limit, *, limit=limit):
        return value, limit
    return inner
