def parse(text):
    try:
        return int(text)
    except ValueError as error:
        message = str(error)
        return lambda: (message, error)
