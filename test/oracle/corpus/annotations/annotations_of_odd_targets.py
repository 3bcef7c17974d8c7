a: b
(c): d
(e): f = g
((h)): i
h.j: k
h.j: k = l
m[n]: o
m[n:o, p]: q = r
(h.j): k
(m[n]): o = p
a.b().c: d = e
a[b](c)[d]: e
(lambda: x).y: z
"a".b: c
[a][b]: c
{a: b}[c]: d
(a, b).c: d
x: lambda: y
x: lambda y: y = z
x: a if b else c
x: (a, b) = c, d
x: a = *b, c
x: a = yield_
x: [a for a in b] = [c for c in d]
x: {a: b} = 1
x: 'a' = b
x: f"{a}" = c
x: a | b = c
x: a[b, *c] = d
x: ... = ...
x: -a
x: not a = b
x: a @ b
x: a < b < c = d
class C:
    a: b
    (c): d
    self.x: y
    def f(self):
        self.a: b
        self.a: b = c
        self[a]: b = c
        (d): e
        (f): g = h
        i: j
        def j(i: k = l, *m: n, **o: p) -> q: pass
if 1:
    t: u
    if 2: v: w = x
for a in b: x: y
