def configure():
    configure = 1
    return configure


def reset():
    global reset
    reset = None
