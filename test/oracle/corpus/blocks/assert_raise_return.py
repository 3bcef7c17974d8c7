def check(value, expected):
    assert value == expected, f'{value} is not {expected}'
    if value is None:
        raise ValueError(value) from expected
    raise
    return value
