def f(a,  b):    x = """{a}"""    y = f"""{a}{b}"""    if a: \        c = b    # comment    return (x, # é        y)match (a).b:    case [c]:        c # dé = f
