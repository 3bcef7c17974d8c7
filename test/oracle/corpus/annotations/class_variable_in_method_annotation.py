class Shape:
    Point = tuple

    def move(self, by: Point) -> Point:
        Point = by
        return Point

    def later(self, by: Size) -> Size:
        return by

    Size = int
