x = 1
def a(b, /, c, *, d): b, c, d
def e(b=x, /, c=b, *d, e=c, **f): e
def g(x=x, /, *, y=x): x, y
def h(*, x=lambda x=x: x): x
def i(a, b=(lambda: a), *c: b, d: c = a) -> d: a
def j(a, /): pass
def k(a, /, *b): pass
def l(*, a, b=1, **c): pass
def m(a, b, /, c, d=1, *, e, f=2, **g): pass
lambda a, /, b: a
lambda a, /, b=a, *c, d=b, **e: (a, b, c, d, e)
lambda *, a: a
lambda *a, b: b
lambda *a, **b: (a, b)
lambda a=lambda a: a: a
lambda: (yield_)
lambda: lambda: lambda x: x
lambda x: lambda y: lambda z: (x, y, z)
lambda x, y=lambda x=x: x: y
(lambda: x)()
lambda x,: x
lambda *x,: x
lambda **x,: x
def n(a,): pass
def o(*a,): pass
def p(**a,): pass
def q(a, /,): pass
def r(a, *, b,): pass
def s(
    a,  # type: int
    # comment
    *b,
    c=1,
): # type: (...) -> None
    # comment first
    return a
