# a
def f(): # b
# c
    # d
        # e
    x = 1 # f
# g
    y = x
    # h
# i
@a # b
# c
@d
# e
def g(# f
    a, # g
    # h
    b # i
    , # j
): # k
    # l
    """m""" # n
    # o
    return a # p
    # q
# r
class A: # s
    # t

    # u
    x = 1
# v
    y = 2
  # w
    def m(self): # x
        pass
      # y
    z = 3
if a: # b
    c
# d
elif e: # f
    g
    # h
# i
else: # j
# k
    l
try: # m
    n
# o
except p: # q
    r
# s
finally:
    t
match u: # v
    # w
    case x: # y
        z
    # a
# b
    case c:
        d
# e
