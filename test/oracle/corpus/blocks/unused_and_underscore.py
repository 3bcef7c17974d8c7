_ = 1
__ = 2
__all__ = ['public']
for _ in range(3):
    pass
first, _, __ = 1, 2, 3


def ignore(_, *__):
    return [_ for _ in __]
