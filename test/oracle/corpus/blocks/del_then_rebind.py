def reuse(value):
    kept = value
    del value
    value = kept
    return lambda: value


class Temporary:
    helper = 1
    result = helper + 1
    del helper
