last = None


def outer(subject):
    kept = None

    def inner():
        global last
        nonlocal kept
        match subject:
            case [last, *kept]:
                return last
            case {'kept': kept, **last}:
                return kept

    return inner, kept
