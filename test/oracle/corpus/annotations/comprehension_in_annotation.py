kinds = [int, str]


def pick(value: [kind for kind in kinds], other: {kind: value for kind in kinds}):
    return value


class Holder:
    kinds = [float]
    value: [kind for kind in kinds if kinds]
    other: tuple(kind for kind in kinds)
