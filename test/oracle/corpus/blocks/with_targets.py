import contextlib

with open('a') as source, open('b') as target:
    copied = source, target

with open('a') as (first, *rest), contextlib.suppress():
    pass

with open('a') as copied.attribute, open('b') as copied[0]:
    pass
