def message(name, count):
    return (
        f'{name} has '
        'no {name} here '  # a comment with {count}
        f'{count}'
        u'' f'{name!r}' F'' + rb''.decode()
    )
