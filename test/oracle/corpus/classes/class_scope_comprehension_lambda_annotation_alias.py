x = 0
class A:
    x = 1
    a = [x for _ in range(x)]
    b = [x for _ in x for _ in x]
    c = lambda x=x: x
    d = lambda: x
    e: x = x
    f: (lambda: x) = lambda y=x: y
    g: [x for x in x] = [x for x in x]
    type h = x
    type i[x] = x
    type j[y: x = x] = (x, y)
    def m[x: x = x](self, p: x = x) -> x: return x
    def n[y: x](self, p: x = x, *q: x) -> [x for z in x]: return x
    class B(x, k=x): y = x
    class C[x](x): y = x
    class D[y: x](x): z = x
    k = {x: x for x in x}
    l = (x for y in (x for z in x))
    o = [[x for q in x] for r in x]
    p = [lambda: x for s in x]
    del x
    q = x
    x += 1
class E:
    global x
    x = 1
    type h = x
    def m[y: x = x](self, p: x = x) -> x: return x
    e: x = x
    c = lambda: x
def f(x):
    class G:
        nonlocal x
        type h = x
        def m[y: x = x](self, p: x = x) -> x: return x
        e: x = x
        x = 1
    class H:
        y: x
        def m(self) -> x: ...
        type h = x
        if 0: x = 1
