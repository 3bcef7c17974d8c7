class Box[__T, *__Ts, **__P](Base[__T], __option=__Other):
    value: __T
    __value: __T = 1

    def get[__S](self, value: __S) -> __T:
        return __T, __S, __Ts, __P


class Outer:
    class Inner[__T](list[__T]):
        pass

    type __Alias[__T] = dict[__T, __Alias]
    def __method[__T](self, __value: __T = 1) -> __T:
        return __method
