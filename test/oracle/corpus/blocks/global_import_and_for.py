def load():
    global json, path, index, handle, error
    import json
    from os import path
    for index in range(3):
        pass
    with open(path) as handle:
        pass
    try:
        pass
    except ValueError as error:
        pass


def use():
    return json, path, index, handle, error
