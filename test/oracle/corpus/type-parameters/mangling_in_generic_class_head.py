class Outer:
    class __Inner[__T: __B = __D, *__Ts, **__P](__Base[__T], __kw=__value, k=lambda: __x):
        __field: __T = [__T for __T in __y]
        def __m[__S](self, __a: __T, __b: __S) -> __P: return __T, __S
    def f[__T](self, a: __T = __d): return __T
    @__deco[__x]
    class G[__T]: __T
class __P[__P](__P): __P
class A[T: (__x, __y)](__B[__z] if 0 else __C): pass
