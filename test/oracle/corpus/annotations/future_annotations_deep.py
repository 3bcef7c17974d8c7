"""doc"""
# comment
from __future__ import annotations, division as d
x: y = z
def f(a: b = c, *d: *e, **g: h) -> lambda i: j:
    k: l = m
    n: [o for o in p]
    (q): r
    (s): t = u
    v.w: x
    y[z]: a = b
    def inner[T: U = V](a: T) -> {W: X}: return a
    return a
class A[T](B):
    x: T = T
    y: (lambda: T)
    z: f"{T} {[a for a in T]}"
    def m(self: A[T], x: 'str' = T) -> x: return x
    type X = x
    __a: __b = __c
    def __d(__e: __f) -> __g: pass
async def g(x: y[z:w, *v] = 1) -> a.b.c[d](e, f=g): pass
