def describe(shape):
    match shape:
        case Line(start=Point(x=x, y=y), end=end):
            return x, y, end
        case geometry.shapes.Circle(radius, center=center):
            return radius, center
        case str(text) | bytes(text):
            return text
        case int(number) | float(number) as value:
            return number, value
        case radius(radius=radius):
            return radius
