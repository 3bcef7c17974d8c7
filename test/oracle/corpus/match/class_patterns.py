class Point:
    __match_args__ = ('x', 'y')


def describe(shape):
    match shape:
        case Point():
            return Point
        case Point(x, y):
            return x, y
        case Point(x=0, y=height):
            return height
        case geometry.Point(x, y=y) if 0 or Point():
            return x
