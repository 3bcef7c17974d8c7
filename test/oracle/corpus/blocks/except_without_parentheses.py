def parse(text, fallback=None):
    try:
        return int(text)
    except ValueError, TypeError:
        return fallback


def gather(tasks):
    try:
        tasks()
    except* OSError, KeyError:
        failed = tasks
    return failed
