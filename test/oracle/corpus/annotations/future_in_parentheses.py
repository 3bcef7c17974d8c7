from __future__ import (annotations,)
x: y = lambda: z
def f(a: b) -> c: pass
