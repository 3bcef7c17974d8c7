def f(a):
	if a:
		b = a


	return b
def g(c):
        	x = c
        	y = x

class A:
    x = 1
    y = x
    z = y

if \
  a \
  : \
  b = a

from \
  os \
 import \
 path \
 as \
  p
import \
  a \
 . \
 b
global \
 x, \
 y
def \
 h \
 ( \
  a \
 = \
 1 \
 ) \
 -> \
  b \
 : \
  return \
   a
class \
 B \
 [ \
 T \
 ] \
 : \
 T
x = lambda \
 a \
 , \
 b = \
  c \
 : \
 a
for \
 i \
 in \
 x \
 : pass
with \
 a \
 as \
 b \
 : pass
try : \
 pass
except \
 a \
 as \
 b \
 : \
 pass
async \
 def \
 k ( ) : \
 await \
 x
@ \
 deco
def l(): pass
match \
 x \
 : 
  case \
 y \
 if \
 z \
 : \
 w
type \
 X \
 [ \
 Y \
 ] \
 = \
 Y
del \
 x
assert \
 x
raise \
 x
