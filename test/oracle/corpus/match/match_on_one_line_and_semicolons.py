match x:
    case y: z = y; w = z
    case (y): pass
if 1:
    match x:
        case [y,]: pass
        case y,: pass
        case *y,: pass
        case y, *_: pass
        case {'x': y,}: pass
        case A(y,): pass
        case A(y, z=w,): pass
        case A(b=c): pass
        case A(): pass
        case A.B(): pass
print(match); match = 1; match
