def compute(value):
    values: list[[item for item in value]] = [item for item in value]
    key: value = lambda: key
    return values, key
