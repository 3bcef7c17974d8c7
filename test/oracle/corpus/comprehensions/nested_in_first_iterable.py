def chain(values):
    return [value for value in [value for value in (value for value in values)]]
