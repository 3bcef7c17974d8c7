def f(x, y):
    print >>x, y
    print >>x
    print >> x, y, z
    print
    print; print
    print,
    print, x
    print -x
    print +1
    print *x
    print (x)
    print (x), y
    print (x).y, z
    print [x], y
    print or x
    print.x
    print == x
    print if x else y
    print in x
    print is x
    exec (x)
    exec (x), y
    exec in x
    exec -x
    exec [x]
    exec
    exec.x
    exec == x
    exec or y
    print(x, file=y)
    print(x) if y else exec(z)
    x = print, exec
    print = x
    exec = x
    print += x
    print.y = exec.z = x
    print[x] = exec[y] = z
    print(x).y = exec(y).z = 1
    print: int = exec
    print, exec = exec, print
    print >>x, (y), lambda: z
    print >>x or y, z
    print >>x if y else z
    print >>x.y, z[0]
    print >>sys.stderr, "a %s" % x, y
    return print
