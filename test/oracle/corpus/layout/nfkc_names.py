ﬁ = 1
fi = ﬁ
def ｆ(ｘ, *, ｙ=x): return x, y, f
class ℂ:
    __ｐ = 1
    _ｑ = 2
    _r = 3
    def ｍ(self): return __p, __q, __r, self.__p
    def __ſ(self, ª=1): return a, ª
import ｏｓ.ｐath, ｘ as ｙ
from ﬁ import ﬂ as ﬃ, ﬄ
global_ = ffi, ffl, os
lambda ｘ: x
[ｉ for i in ｉ]
match ｘ:
    case ｚ: z
    case Ａ(ｂ=ｃ): c
    case {**ｒest}: rest
type Ｔ[Ｓ: Ｕ = Ｖ] = S
def g[Ｔ](): T; nonlocal_ = Ｔ
def h():
    ｎ = 1
    def k():
        nonlocal n
        global ｇ
        n = g = ｇ
try: pass
except ｅ as Ｅ: E
(ｗ := 1)
del ｗ
µ = μ
ℌ = H
Å = Å
K = K
ϕ = φ
