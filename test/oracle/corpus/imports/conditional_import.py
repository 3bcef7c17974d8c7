try:
    import simplejson as json
except ImportError:
    import json
else:
    faster = True

if json:
    from os import path
elif faster:
    path = None


def use():
    return json, path
