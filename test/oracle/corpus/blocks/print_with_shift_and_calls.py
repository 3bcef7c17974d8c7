import sys

out = print
print >>sys.stdout, out
print >> out
print
print, out
print(out, file=sys.stdout)
exec
exec('x')
print -1
print [0]
print (out)
