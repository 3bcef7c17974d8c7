__all__ = ['first', 'second']


def __getattr__(name):
    if name in __all__:
        from importlib import import_module
        return import_module('.' + name, __name__)
    raise AttributeError(name)


def __dir__():
    return __all__
