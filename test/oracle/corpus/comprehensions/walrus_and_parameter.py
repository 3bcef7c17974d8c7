def collect(values, last=None):
    total = sum((last := value) for value in values)
    return last, total
