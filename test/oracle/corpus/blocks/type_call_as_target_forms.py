def f(x, type, v):
    type(x).attr = v
    type(x).attr += v
    type(x).a.b.c = v
    type(x)[v] = x
    type(x)[v].a = x
    type[x] = v
    type[x].a = v
    type[x][v] = v
    type.x = v
    type.x.y = v
    type = v
    type: x = v
    type: x
    type(x).a: v = x
    type(x).a: v
    type[x]: v = x
    type, x = v
    type(x).a, type(x).b = v
    type(x).a = type(x).b = v
    type(x).a = b = c = v
    del type(x).attr
    for type(x).attr in v: pass
    with x as type(x).attr: pass
    type(x)(v).attr = v
    type(x).f(v).attr = v
    type(x, v, {}).attr = lambda: v
    type(*x, **v).attr = [v for v in x]
    type(x).attr = yield
    type(x).attr = x if v else type
    type (x).attr = v
    type (x) .attr = v
    type\
(x).attr = v
    type(
        x).attr = v
    type(x
    ).attr = v
    type[
        x] = v
    type -x
    type *x
    type (x)
    type [x]
    type or x
    type if x else v
    type >= x
    type == x
    type(x) == type(v)
    return type
class A:
    type(x).attr = v
    type[x] = v
    type = type(x)
    type: type = type
