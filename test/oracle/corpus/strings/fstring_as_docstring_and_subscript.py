def documented(value):
    f'''{value}'''
    return {f'{value}': value}[f'{value}']


documented.__doc__ = f'{documented.__name__}'
