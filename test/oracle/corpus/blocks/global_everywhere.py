global a, b
a = 1
def f():
    global a, c, d, e, g, h, i, j, k, l, m
    def c(): return c
    class d: d
    import e
    import g.x
    from z import h
    for i in j: pass
    with k as l: pass
    lambda: m
    lambda m: m
    [m for m in a]
    (m := 1)
    global n; n = 1
    def inner():
        n
        a
        nonlocal_ = a
    class C:
        global o
        o = 1
        def p(self): return o, n
        p = o
if a:
    global q
    q = 1
class D:
    global r, s
    def r(self): global s, t; s = t = r
    class s: pass
    [r for r in s]
    t = lambda: t
