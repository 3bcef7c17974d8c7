last = None


def collect(values):
    global last
    return [last := value for value in values]


def nested():
    def inner(values):
        global last
        return {key: (last := key) for key in values}

    return inner
