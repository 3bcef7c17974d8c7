total = \
    1 + \
    2
if total \
        and True:
    first, \
        second = total, \
        total
assert total, \
    first
del first, \
    second
with open('a') \
        as handle:
    pass
for item \
        in \
        handle:
    pass
lambda value, \
    other=total: \
    value
