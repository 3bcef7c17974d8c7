item = 'kept'
items = [item for item in 'abc']
print(item)


def read():
    return [item for item in items], item
