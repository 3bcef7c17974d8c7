def print(exec, print=1): return print, exec
class exec(print): print = exec
import print, exec
from print import exec as print
for print in exec: pass
with print as exec: pass
print = exec = 1
lambda print, exec=print: (print, exec)
[print for print in exec]
{print: exec for exec in print}
(print := exec)
print: exec
del print, exec
x.print = x.exec
x.print(print=exec, exec=print)
@print
def f(print: exec) -> print: pass
try: pass
except print as exec: pass
match print:
    case exec: pass
    case print(exec=print): pass
f"{print} {exec!r:{print}}"
type X[print] = exec
not print
-print
*print, exec = print
print[exec]
print.exec
exec.print
print()
exec()
print ()
exec ()
return_(print)
assert print, exec
raise print from exec
if print: exec
while exec: print
print; exec
await_ = print if exec else print
