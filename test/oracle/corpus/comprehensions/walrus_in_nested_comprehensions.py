def f(a):
    [[b := c for c in d] for d in a]
    {(e := g): (h := i) for g, i in a}
    [j for j in a if (k := j) if [l for l in a if (m := l)]]
    lambda: [n := o for o in a]
    lambda p: (q := [r := s for s in p])
    [lambda: (t := u) for u in a]
    [(lambda v=(w := 1): v) for x in a]
    any((y := z) for z in a)
    print([aa := bb for bb in a], aa)
    [cc := 1 for _ in a], [cc for cc in cc]
    f'{(dd := 1)} {[ee := 1 for _ in a]} {(ff := 2):{(gg := 3)}}'
    return b, e, h, k, m, q, y, aa, cc
def g():
    global x
    nonlocal_ = [x := 1 for _ in ()]
    def h():
        nonlocal nonlocal_
        [nonlocal_ := 2 for _ in ()]
        [[nonlocal_ := 2 for _ in ()] for _ in ()]
    class A:
        y = lambda: [z := 1 for _ in ()]
        (w := 1)
[m := 1 for _ in ()]
class B:
    (m := 2)
    def f(self, d=(n := 3)): return n
    def g(self): return [(o := p) for p in self]
async def k():
    [p := await q async for q in r]
    return p
def l(): return (s := 1, [s for _ in [1]])
if (t := 1) and (u := t): pass
while v := u: break
x[y := 0], x[y:=1, z:=2], x[(w := 1):2]
{a1 := 1, a2 := 2}
f(b1 := 1, *(b2 := []), k=(b3 := 3))
