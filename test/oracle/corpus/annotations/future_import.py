from __future__ import annotations


def scale(value: Missing, *values: list[value], key: int = Missing) -> Result:
    local: Local = value
    return local


count: Count = Missing
total: Total
