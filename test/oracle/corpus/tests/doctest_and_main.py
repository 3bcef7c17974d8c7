"""
>>> total([1, 2])
3
"""


def total(values):
    """Sum of values.

    >>> values = [1]
    >>> total(values)
    1
    """
    result = 0
    for value in values:
        result += value
    return result


if __name__ == '__main__':
    import doctest

    failures, count = doctest.testmod()
    print(failures, count)
