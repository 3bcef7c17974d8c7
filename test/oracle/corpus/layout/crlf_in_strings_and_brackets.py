def f(a,
  b):
    x = """
{a}
"""
    y = f"""{
a}
{b}"""
    if a: \
        c = b
    return (x,
 # é
        y)


match (a
).b:
    case [c]:
        c
type \
 match[T] = T
