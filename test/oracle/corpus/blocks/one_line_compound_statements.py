if a: b = 1; c = 2
elif d: e = 3
else: f = 4
while a: b; c
else: d
for a in b: c; d
else: e
with a as b, c as d: e; f
try: a
except b as c: d; e
else: f
finally: g
def f(a): b = a; return b
class A(B): c = 1; d = c
class E: pass; f = 1
async def g(): await a; b
@h
def i(): j
lambda: 0; k = 1
match x:
    case y: z; w
if a: b
if c: d;
x = 1;
def f(): global a; a = 1; del a
def f(): x = 1; return lambda: x
class F: x = 1; y = lambda: x; z: x
for x in y: global_ = 1
if 1: import a; from b import c; x: int = 1
def f(): yield; yield x; x = yield
