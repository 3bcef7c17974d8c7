def collect(values):
    return [(lambda: (kept := value))() for value in values]


def other(values):
    return lambda: [kept := value for value in values] and kept
