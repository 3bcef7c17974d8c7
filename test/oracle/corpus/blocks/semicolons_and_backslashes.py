first = 1; second = first; \
third = second
total = first + \
    second + \
    third
def joined(first, \
           second = total):
    return first \
        + second
from os import path, \
    sep as separator
global_name = \
    lambda first: \
    first + third
