class Model:
    __slots__ = ('name', '__dict__')
    __doc__ = 'A model.'
    kind = __qualname__, __module__
    __annotations__ = {}
    table = __name__
