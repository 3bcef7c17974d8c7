def describe(value):
    match (
        value  # the subject
    ):
        case (
            [
                first,  # the head
                *rest
            ]
            | (first, *rest)
        ):
            return first, rest
        case {
            'key': (key),
            **  # what remains
            rest,
        }:
            return key, rest
        case Point(
            x = left,
            y = (top)
        ) as point: return left, top, point
