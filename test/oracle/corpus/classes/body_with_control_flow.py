import sys


class Platform:
    for name in ('a', 'b'):
        last = name
    if sys.platform:
        sep = '/'
    else:
        sep = '\\'
    while False:
        never = 1
    with open('x') as handle:
        text = handle.read()
    try:
        risky = text
    except ValueError as error:
        risky = error
    import os
    from os import path as location
    here = os, location, last, sep, never
