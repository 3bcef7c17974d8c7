class Account:
    __Kind = int
    __value: __Kind = 1

    def read(self, __other: __Kind) -> __Kind:
        __local: __Kind = __other
        return __local
