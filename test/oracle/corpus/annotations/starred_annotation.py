Shape = tuple


def concat(*arrays: *Shape, key: Shape = None) -> tuple[*Shape]:
    return arrays
