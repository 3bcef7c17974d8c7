name, width = 'cart', 10
page = t'{name} {name!r:>{width}} {name=} {[name for name in name]} {(lambda: width)()}'
raw = rt'\d{name}' t'{width}'
nested = t'{t'{name}'} {f'{name}'}'


def render(name):
    return t'''
    {name
    } {(found := width)} {found}
    '''
