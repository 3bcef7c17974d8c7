values = []


def handle(value: [value for value in values]) -> {value: values for value in values}:
    return value
