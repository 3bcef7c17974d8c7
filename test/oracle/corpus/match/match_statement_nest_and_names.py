def f(match, case, type):
    match match:
        case case: match, case
    match case:
        case match if match: case
        case type: type
    match match, case:
        case match, case: pass
    match *match, *case:
        case [*match]: pass
    match (match):
        case (case): pass
    match match(case):
        case match(case): pass
        case match.case(type=print): print
        case match.case: pass
        case {match.type: case, **type}: pass
        case {'a': match} | {'b': match}: match
    match[case] = type
    match(case)
    match.case
    match, case = 1, 2
    match -1:
        case -1: pass
        case 1+2j | -1-2j: pass
    match not case:
        case True | False | None: pass
    match lambda match: case:
        case x: pass
    match {}:
        case {}: pass
    match []:
        case []: pass
    match ():
        case (): pass
    match {match: case}:
        case {**rest}: rest
    match [match, case][0]:
        case _: _
    match await_(x):
        case "a" 'b' "c": pass
        case f.g.h: pass
    match x:
        case [a, [b, [c, *d]], {'k': [e, *_]}, K(f, g=[h, *i]) as j] as k: a, b, c, d, e, f, g, h, i, j, k
        case (a | b): a
        case a | b: b
    match yield_ := 3:
        case n: n
    match x: # comment
        # comment
        case y: # c
            # d
            y
