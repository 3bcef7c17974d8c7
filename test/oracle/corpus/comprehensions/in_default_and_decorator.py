values = []


@[value for value in values][0]
def handle(value=[value for value in values], *, key={value: value for value in values}):
    return value, key
