with open('x') as handle:
    import json
for name in ():
    from os import path
while False:
    import os.path as later
match handle:
    case _:
        from os import sep, linesep as newline
print(json, path, later, sep, newline)
