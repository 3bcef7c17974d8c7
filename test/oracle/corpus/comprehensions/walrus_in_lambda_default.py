def collect(values):
    return [lambda value=(kept := value): value for value in values], kept
