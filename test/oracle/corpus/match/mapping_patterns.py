def describe(event):
    match event:
        case {}:
            return None
        case {'type': 'click', 'at': (x, y)}:
            return x, y
        case {'type': kind, **details}:
            return kind, details
        case {Keys.first: value, 1: one, -1: minus, **others}:
            return value, one, minus, others
        case {**everything}:
            return everything
