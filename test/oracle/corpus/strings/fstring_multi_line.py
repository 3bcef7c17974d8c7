def report(total, names):
    return f'''
    {total}  {
        names
    } {', '.join(
        name  # each
        for name in names
    )!r:>{
        total
    }}
    {{not}} {total
    }'''
