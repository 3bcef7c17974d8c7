def a(x):
    class B:
        x
        def c(self):
            class D:
                x = x
                class E:
                    y = x
                    def f(self, y=y):
                        return x, y, [x for x in y], lambda: (x, y)
                    z = [y for _ in y]
                    w: x = [lambda: x for _ in x]
                def g[x](self): 
                    class H[y: x](x): z = x, y
                    return H
            return D, x
        def d(self):
            x = 1
            class F(x): 
                x += 1
                del x
                x
            def g():
                nonlocal x
                class G:
                    x = 1
                    def h(self): nonlocal x; x = 2
    return B
