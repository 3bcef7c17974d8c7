def \
    split(value):
    global \
        shared, \
        other
    shared = other = value


class \
    Split \
    (object):
    pass


import os \
    . path as \
    location
async \
    def later():
    pass
try:
    pass
except ValueError \
    as \
    error:
    pass
