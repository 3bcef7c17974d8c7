a = b = c = 2
d = a + b - c * a / b // c % a ** b @ c
e = a << b >> c & a | b ^ ~c
f = not a and b or c is a is not b in d not in e
a += b; a -= b; a *= b; a /= b; a //= b; a %= b; a **= b; a @= b
a &= b; a |= b; a ^= b; a <<= b; a >>= b
g = a if b else c
h = -a, +b, ~c, *d, a[b], a[b:c], a[b:c:d], a[..., b], a[*d], a.b.c
