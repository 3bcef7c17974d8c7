class _C:
    import __a, __b.__c, __d as __e
    from __f import __g, __h as __i
    global __j
    __k: __l = __m
    def __n(self, __o, /, __p: __q = __r, *__s, __t=1, **__u) -> __v:
        nonlocal_ = __w
        def inner():
            nonlocal __o
            global __x
            __x = __o
            return lambda __y: (__y, __o)
        for __z in __aa: pass
        with __bb as __cc: pass
        try: pass
        except __dd as __ee: del __ee
        match __ff:
            case __gg: pass
            case __HH(__ii=__jj): pass
            case {"k": __kk, **__ll}: pass
            case [*__mm]: pass
            case __nn.__oo: pass
        self.__pp = __qq(__rr=__ss)
        [__tt for __tt in __uu if __vv]
        (__ww := 1)
        f"{__xx!r:{__yy}} {__zz=}"
        t"{__xx} {__zz=}"
        class __K(__L): __m = __n
        type __T = __U
        def __V[__W: __X = __Y](): __W
        @__deco
        def g(): pass
        yield __x__, __, ___, __a_, __a__, _a__b
    type __A[__B, *__C, **__D] = tuple[__A, __B, __C, __D]
class __: 
    __a = 1
    def f(self): return __a
class ___X_: __a = __b
class _1: __a = 1
