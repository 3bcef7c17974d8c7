class Account:
    __rate = 1

    def deposit(self, __amount, *__rest, __key=__rate, **__options):
        __total = __amount + __key
        return __total, __rest, __options, lambda __value: __value + __total
