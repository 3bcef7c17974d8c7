1if a else b
[0x1for x in y]
1or a
1and b
0 or a
1_000if a else 2
1.if a else 2
1.e5if a else 3
1jif a else 4
a if 1else b
a[1:2]
a[::b]
a[b::c, d:, :e, :]
a[lambda: b:c]
a<b>c
a!=b
a@b@c
a**-b
~a--b
a.b.c
1 .a
1..a
1j.a
...
....a
a[...]
not-a
a not in b
a is not b
a//b
a<<b>>c
a&b|c^d
(a:=b)
