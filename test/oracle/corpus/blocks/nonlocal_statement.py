def counter():
    count = 0

    def increment(step=1):
        nonlocal count
        count += step
        return count

    return increment
