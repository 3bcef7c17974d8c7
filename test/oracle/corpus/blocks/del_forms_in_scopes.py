def f(a):
    del a
    def g(): nonlocal a; del a
    del (b)
    del b.c, b[d], b[e].f
    def h(): del i
    class C:
        j = 1
        del j
        del k
        def m(self): return j, k
    for l in a: del l
    try: pass
    except m as n: del n
    with o as p: del p
    del q, q
    global_ = [lambda: q]
    import r; del r
    def s(): pass
    del s
    del [t, (u, v)]
del x
def y(): return x
