def a[T = int](): pass
def b[T = lambda: T](): pass
def c[T = (yield_)](): pass
def d[T = a if b else c](): pass
def e[T = a[b]](): pass
def f[T = a(b, c=d)](): pass
def g[T = {a: b}, S = {c}, U = [d]](): pass
def h[T = "a", S = f"{b}"](): pass
def i[T = a.b.c](): pass
def j[T = a | b](): pass
def k[T = not a](): pass
def l[T = -1](): pass
def m[T = None, S = ..., U = True](): pass
def n[T = a == b, S = a < b](): pass
def o[T = [a for a in T if a == T]](): pass
def p[T: int = a, S: (b, c) = d, *Ts = *e, **P = f](): pass
def q[T = (a, b)](): pass
def r[T = (a)](): pass
def s[*Ts = a](): pass
def t[*Ts = *a | b](): pass
def u[*Ts=*a](): pass
def v[T=int,S:int=str](): pass
class w[T = int]: pass
class x[T: int = a](b[T], c=d): T
type y[T = int] = T
type z[T: a = b, *Ts = *c, **P = d] = e
class A:
    class B[T = C](D): pass
    def f[T = g](self, a=1, *, b: T = 2) -> T: pass
    type h[T = i] = j
