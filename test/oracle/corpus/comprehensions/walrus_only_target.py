def collect(values):
    return [last := value for value in values]


def condition(values):
    return [value for value in values if (seen := value)]
