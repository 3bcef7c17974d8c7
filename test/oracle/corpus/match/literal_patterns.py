def describe(value):
    match value:
        case -1 | 1.5 | -2j | 3 + 4j | 'text' 'joined' | b'bytes' | None | True | False:
            return value
        case 'single':
            return ...
