kinds = []


def function[T: [kind for kind in kinds], S = {kind: kinds for kind in kinds}](value: T) -> S:
    return value


class Class[T: (lambda: kinds)](*[T for kind in kinds]):
    kinds = 1
