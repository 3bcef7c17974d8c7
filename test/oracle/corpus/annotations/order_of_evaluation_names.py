import typing as t

Vector = t.List[float]


def dot(left: Vector, right: 'Vector') -> t.Optional[Vector]:
    Vector = left
    return Vector
