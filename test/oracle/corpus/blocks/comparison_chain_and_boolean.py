def between(low, value, high):
    return low < value < high or not value and (low, high) == (value, value) is not None
