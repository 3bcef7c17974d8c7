from __future__ import generator_stop, division


def scale(value: int) -> generator_stop:
    local: division = value
    return local
