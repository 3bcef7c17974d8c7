counter = 0
counter += 1


def increment(step):
    counter = 0
    counter += step
    step -= counter
    return counter, step


def unbound():
    total += 1
    return total
