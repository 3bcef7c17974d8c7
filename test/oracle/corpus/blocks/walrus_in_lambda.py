def outer():
    value = 1
    change = lambda step: (value := step) + value
    read = lambda: value
    return change, read
