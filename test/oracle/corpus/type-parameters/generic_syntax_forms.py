def a[T](): pass
def b[T,](): pass
def c[T: int](): pass
def d[T: (int, str)](): pass
def e[*Ts](): pass
def g[**P](): pass
def h[T, *Ts, **P](a: T, *b: *Ts, **c: P.kwargs) -> T: return T, Ts, P
def i[T = int](): pass
def j[T: int = bool](): pass
def k[*Ts = *tuple[int, ...]](): pass
def l[*Ts = (*T, U)](): pass
def m[**P = [int, str]](): pass
def n[**P = ...](): pass
def o[T: (lambda: T) = [T for T in T]](): pass
def p[T: a[b] | c.d = e(f)](): pass
def q[
    T,  # comment
    # comment
    S: T = T,
](
    a: T
) -> S: pass
class r[T]: pass
class s[T](): pass
class t[T, S = T](r[T], metaclass=S, **T): T, S
class u[T: int = bool, *Ts = *tuple[T], **P = [T]](Generic[T]): x: T
type v = a
type w[T] = T
type x[T: v = w, *Ts = *v, **P = [T]] = (T, Ts, P)
type y[T] = lambda T: T
type z = [z for z in z]
type aa[T] = w[aa[T]]
type \
  bb \
  [T] \
  = T
type cc[T] = (
  T |
  None)
type dd = lambda: (lambda: dd)
type ee[T] = {T: T for T in T}
async def ff[T: int](a: T) -> T: await a
@deco
def gg[T](a: T): pass
@deco
class hh[T](T): pass
class ii:
    def jj[T](self, a: T): return T, __class__
    class kk[T](T): T
    type ll[T] = T | ii | jj
def mm[T]():
    def nn[T](T): return T
    def oo[S: T](): return T, S
    class pp[S: T](T): T
    type qq[S: T] = T
    nonlocal_ = lambda: T
