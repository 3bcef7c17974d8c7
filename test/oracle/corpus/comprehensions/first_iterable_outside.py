def rows(row):
    return [row for row in row]


def pairs(left):
    return [(left, right) for left in left for right in left]
