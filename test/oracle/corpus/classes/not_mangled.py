class Account:
    __dunder__ = 1
    ___ = 2
    __ = 3
    _single = 4
    __trailing_ = 5
    ___three = 6

    def read(self):
        return __dunder__, ___, __, _single, __trailing_, ___three


class _:
    __value = 1


class ___:
    __value = 1

    def read(self):
        return __value
