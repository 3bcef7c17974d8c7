if __name__ == "__main__": main(x := 1)
x = [i for i in range(5) if (j := i) if (lambda: (k := j))()]
y = lambda: (z := 1) + z
def f(a=(b := 1), *c, d=(e := 2)): return b, e
class A((g := B), k=(h := 1)): i = g
@(l := m)
def n(o: (lambda: (p := 1)) = (q := 1)): return q
with (r := s) as t, (u := v): pass
for w in (w := x): pass
assert (y := 1), (z := 2)
del (a1 := b1).c
(a2 := b2).c = 1
a3[a4 := 1] = a5
a6[(b6 := 0):c6] = 1 if 0 else 2
return_ = (yield_ := 1)
raise (a7 := b7)
