def outer(subject):
    match subject:
        case {'name': name, **rest}:
            return lambda: (name, rest)
        case [first, *others]:
            def inner():
                return first, others
            return inner
