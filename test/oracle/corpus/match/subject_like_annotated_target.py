def first(a, b, c):
    match (a).b:
        case [d, *e]:
            return d, e


def second(a, b, c):
    match (a)[c]:
        case (d, e):
            return d, e
        case -1:
            return b


def third(a, b, c):
    match [a][b]:
        case [match, *e]: return match, e
    match (a).b[c]:
        case {'d': d}:
            return d
    match (a if b else c).b[a()]:
        case [a, *type]:
            return f'{a}', type


def fourth(a, b):
    match (a).b:
        case [d, *e]:
            d
    match [a][b]:
        case (d, e):
            print(d)
    match (a)[b]:
        case -1:
            e
