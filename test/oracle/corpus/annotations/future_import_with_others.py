"""Docstring first."""

from __future__ import annotations as annotations_feature, generator_stop

kept: int = annotations_feature


def outer(kept: Kept) -> kept:
    def inner(value: kept) -> outer:
        return kept

    return inner
