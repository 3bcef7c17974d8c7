class A(B):
    __class__
    x = __class__
    def a(self): return super().a()
    def b(self): return __class__
    def c(self): __class__ = 1; return super(), __class__
    def d(self, __class__): return super()
    def e(self): return lambda: super().e()
    def f(self): return [super().f for _ in self]
    def g(self): return [__class__ for _ in super()]
    def h(self): return super, super.x
    def i(self, super): return super(), __class__
    def j(self, x=super(), y=__class__): pass
    def k(self, x: __class__ = 1) -> super: pass
    y = lambda: __class__
    z = lambda: super()
    w = (__class__ for _ in x)
    type T = __class__
    def l[T: __class__](self): return T
    class C(super, __class__):
        def a(self): return __class__, super()
        __class__ = 1
    def m(self):
        class D: return_ = __class__, super
        def n(): nonlocal __class__; __class__ = 1
    def o(self):
        global __class__
        return __class__, super()
    v: __class__ = super
def p(): return __class__, super()
__class__ = 1
