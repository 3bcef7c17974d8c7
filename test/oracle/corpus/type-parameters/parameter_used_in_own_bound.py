class Node[T: Node[T]]:
    pass


def compare[T: Comparable[T], S: T = T](left: T, right: S):
    return left < right
