try:
    import a
except ImportError:
    a = None
else:
    from a import b
finally:
    import c as c
if a:
    import d.e.f
elif b:
    from d import e
else:
    d = None
while 0: import g
for h in i: import h
with j: import k, l.m, n.o as p
def f():
    if a: import a
    else: from . import a
    try: import q.r
    except: q = 1
    global s; import s
    def inner():
        nonlocal a; import a
        from .. import q as a
    return a, q, d
class C:
    import t
    from u import (v, w as x,
      y)
    def m(self): return t, v
import d.x, d.y as d
