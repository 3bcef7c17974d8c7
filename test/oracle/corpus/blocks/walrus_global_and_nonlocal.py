total = 0


def outer():
    count = 0

    def inner(step):
        nonlocal count
        global total
        if (count := count + step) and (total := count):
            return count, total

    return inner
