def double(value):
    """Doubles value.

    >>> double(2)
    4
    >>> other = double(value)
    """
    return value * 2
