def f(a,
b=[
1, {
2: c}],
*d):
    return (
a,
# comment at margin
b
)
class A(
B,
metaclass=C
):
    x = [
y for y in z
if y
]
    @deco(
x,
)
    def m(
self
): return {
'a':
self,
}
if (a and
b):
    c = (
d)
with (
a as b,
c
):
    d
from a import (
b,
c as d,
)
def g(
): pass
for (a,
b) in c: d
x = a[
b:
c
]
print(f"""
{a
}
{
b}
""")
assert (
a
), (
b
)
del (
a,
b
)
