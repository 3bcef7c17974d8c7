*a, = b
a, *b = c
(a, *b), [c, *d] = e
[*a] = b
[a, [b, *c], (d, (e, *f))] = g
for *a, b in c: pass
for a, (*b, c) in d: pass
for (a) in b: pass
for [a] in b: pass
for (a), in b: pass
for a, in b: pass
for a in *b, *c: pass
with a as (b, *c): pass
with a as [b, *c], d as (e): pass
with a as b.c, d as e[f]: pass
with (a) as (b): pass
with (a), (b): pass
with (a, b): pass
with (a, b) as c: pass
with (a as b): pass
with (a as (b, c), d): pass
with (yield_), a as b: pass
a = b, *c
a = *b, *c
a = b = *c, d
(a), b = c, (d)
(a) = b
((a)) = b
((a), (b)) = c
(a.b), (a[b]) = c
(a.b) = c
[a.b, a[b], *a.c, *a[d]] = e
*a.b, c = d
*(a), b = c
*[a, b], c = d
*(a, b), = d
[] = a
() = a
[a, b] = [b, a] = c
a[b:c], a[b, c], a[*b], a[b:c, d] = e
x = y = yield_
del a, (b), (c, d), [e, [f]], g.h, i[j], (k.l), ((m)), n[o:p]
del (a, (b, [c]))
del (a,), [b]
del [], ()
return_ = *a, b
def f():
    return *a, b
    yield *a, b
    x = yield *a, b
    x = yield
    x = y = yield z
    x += yield
    x: int = yield z
    x: int = *a, b
    x[*a], y = z
    for x in *a, b: pass
a[*b] = c
a[*b, d] += c
print(*a, *b, **c, **d)
