counter = 0


def reset(items):
    global counter
    counter = [counter for counter in items]
    return [other for other in items if counter]
