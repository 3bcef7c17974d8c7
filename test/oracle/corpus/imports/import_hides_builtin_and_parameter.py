from codecs import open
import builtins as print


def copy(path):
    from os import path
    return open(path), print
