def compute(value):
    one: (lambda item: item + value) = 1
    two: [item for item in value] = 2
    three: {item: other for item in value for other in item}
    four: list[
        value,
        (lambda: value),  # split over lines
    ] = value
    return one, two, three, four
