left, right = 1, 2
left, right = right, left


def rotate(first, second, third):
    first, second, third = second, third, first
    return first, second, third
