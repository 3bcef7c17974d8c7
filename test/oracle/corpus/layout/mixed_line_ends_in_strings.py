a = """x
yz
""" + b; c = d

e = "\
" + f; g = h
i = '\
' + j
