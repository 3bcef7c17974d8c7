class A:
    def f(self): return __classdict__, __class__, __conditional_annotations__
    type T = __classdict__
    x: __classdict__
    if 1: y: int
    __classdict__
    __conditional_annotations__
    __type_params__
    __annotations__
    __annotate__
    __module__, __qualname__, __doc__, __name__, __firstlineno__, __static_attributes__
    def __annotate__(self): return __annotations__
class B[T]:
    __type_params__
    def f(self): return __type_params__
    x = lambda: __type_params__
class C[T]:
    __type_params__ = 1
