from typing import NamedTuple, TypedDict
from collections import namedtuple


class Point(NamedTuple):
    x: int
    y: int = 0


class Movie(TypedDict, total=False):
    title: str


Pair = namedtuple('Pair', 'left right')
pair = Pair(left=1, right=Point(x=1).y)
