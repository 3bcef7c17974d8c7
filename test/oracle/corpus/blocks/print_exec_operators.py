print + x
print - x
print * x
print / x
print // x
print % x
print @ x
print ** x
print & x
print | x
print ^ x
print << x
print >> x
print < x
print > x
print == x
print != x
print and x
print or x
print is x
print is not x
print in x
print not in x
print if x else y
print, x
print >> x, y
print >> x >> y, z
print >> x + y, z
print >> (x), (y)
print >> [x], {y: z}
print >> x(y), z
print >> x,
print >>x == y
print >>x | y
exec + x
exec - x
exec * x
exec / x
exec % x
exec @ x
exec & x
exec | x
exec << x
exec >> x
exec >> x, y
exec < x
exec == x
exec and x
exec is x
exec in x
exec not in x
exec if x else y
exec, x
exec[x], y
exec(x), y
exec(x) in y
exec(x) + y
exec.x in y
