error = None


def parse(text, error):
    try:
        int(text)
    except ValueError as error:
        pass
    return error


def read():
    return error
