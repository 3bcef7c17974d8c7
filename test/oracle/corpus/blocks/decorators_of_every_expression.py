class A:
    x = 1
    @lambda f: (f, x)
    def a(self): return x
    @(lambda x=x: lambda f: x)()
    def b(self): pass
    @[x for x in x][0].y(x)
    def c(self): pass
    @(y := lambda f: f)
    def d(self): pass
    @x.y[z](w)(lambda: x).v
    class e(x): pass
    @a if b else c
    async def f(self): pass
    @f"{x}"
    # comment
    @{x: x}[x] \
        .y
    def g(self): pass
    @x  # comment

    # another

    @y
    def h[x](self, x: x = x) -> x: return x
    @match
    @type
    @case(match=type)
    @print
    def match(self): pass
    @(yield_)
    def a(self): pass
    @x or y
    class g[x: x](x): x
    @not x
    def i(): pass
    @...
    def j(): pass
    @await_[x:y]
    def k(): pass
