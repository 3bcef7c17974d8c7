"a" 'b' """c""" r'd\' ' u'h'
b'e' Rb"f" bR'g'
"\
a" + b
'\'' + a
"\"" + b
'\\' + c
r'\'' + d
r"\\" + e
"""\"""" + f
"""""" + g
'''a"""b#c''' + "'''" + h
"""a
# b
c: d = e
def f(): pass
""" + i
'# not a comment' + j # comment " ' """
"a" # b
"{a}" f"{b}" "{c}"
b"{a}" b'{b}'
"%(a)s" % locals()
"{a}".format(**locals())
'a' if b else 'c'
x = ("a"
     # comment
     "b"
     f"{c}")
"""doc""" ; d
'\N{DIGIT ONE}' + k
