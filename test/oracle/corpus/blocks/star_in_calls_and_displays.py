def spread(head, *args, **kwargs):
    values = [*args, *head, 1]
    options = {**kwargs, 'head': head, **{'x': values}}
    return spread(*values, *args, key=head, **options, **kwargs)
