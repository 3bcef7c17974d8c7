from __future__ import annotations


def first[T: Bound = Default](values: list[T], other: Other) -> T:
    return values


class Box[T: Bound](Base[T]):
    value: T

    def get(self, default: T) -> T:
        return self.value


type Pair[T] = tuple[T, Other]
