f(x for x in y)
f(x for x in y)(z)
f((x for x in y), z)
f(a, *(x for x in y), **{x: x for x in y}, k=[x for x in y])
class A(f(x for x in y), k=(z for z in w)): pass
f (x for x in (y for y in z))
f(
    x
    for x
    in y
    if x
    if not x
)
x = yield_(a for a in b)
[a for a in b for c in a for d in c if d if a]
[a for a, in b]
[a for a, b in c]
[a for a, *b in c]
[a for (a) in b]
[a for (a, b), [c, *d] in e]
[a for a.b in c]
[a for a[b] in c]
[a for a in (lambda: b)]
[a for a in b if (lambda: c)]
[a for a in b if c or d if not e]
[a for a in b or c]
[a for a in b if a for b in a]
[lambda: a for a in b]
[a if b else c for a in d]
[(a, b) for a in c]
[*a, *[b for b in c]]
[a.b for a in c]
[a := b for b in c]
{a for a in b}
{a: b for a, b in c}
{**a, 'b': c}
{*a, b}
{a: lambda: b for a in c}
{lambda: a: b for a in c}
(a for a in b)
((a for a in b))
((a) for a in b)
