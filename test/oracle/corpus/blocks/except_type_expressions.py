kinds = {'value': ValueError}
try:
    pass
except kinds['value'] as first:
    pass
except (lambda: TypeError)() as second:
    pass
except tuple(kind for kind in kinds.values()) as third:
    pass
except (kinds.get)('value')as fourth:
    pass
