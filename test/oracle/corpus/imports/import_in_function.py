def load(name):
    import json
    import os.path
    from importlib import import_module as load
    return json, os, load(name)


def other():
    return json
