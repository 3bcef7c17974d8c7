def compute(values):
    total: int = 0
    result: Result
    names: list[Name] = [name for name in values]
    values.total: Total = total
    values[total]: Item = names
    (plain): Plain = 1
    (never): Never
    return total, names, plain
