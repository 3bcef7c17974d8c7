"""Statements that a grammar without Python's parser misreads, in one module: each must be set right by itself."""


class Box[T = f'{a}', S: (int, str) = [T for T in a]](list[T]):
    @property
# at the margin
    def value(self): return self


type match[T] = f'{a}'
match f'{a}'():
    case b: (lambda: b)
match (a)[b]:
    case [c]:
        f'{c}'
type(a).b = f'{c}'
print >>f'{a}', b
print [a], f'{b}'
type print[T = int] = (lambda: T)()


def read(a, b):
    match f'{a}'[b]:
        case {'k': c}: c
    match (lambda: a).a[(lambda: a)]:
        case [a, *b]:
            [b for b in a]
    type(a)[b] = match[a]
    type exec[*T] = [T for _ in T]
    return lambda: (a, b, c)
