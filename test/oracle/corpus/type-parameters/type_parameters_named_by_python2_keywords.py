type A[print] = print
type B[*print] = print
type C[**exec] = exec
type D[exec, print: exec = print, *case] = tuple[exec, print, *case]
type E[case: (match, type) = int] = case
class F[print, *exec, **match](print[exec], metaclass=match): x: print = exec
def f[type: type = type, *print = *exec, **case = [type]](type: print, *a: *print, **k: case) -> type: print = type; return print
async def g[print](print): print(print)
type match = match
type case[type] = case
type type = type
type _ = _
type _[_] = _
type print = print
type exec = exec
