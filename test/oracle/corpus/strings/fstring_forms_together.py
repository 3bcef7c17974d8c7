def f(x, y, z, w):
    f"{x!r:>{y}}{z:{w}.{x}}"
    f"{x=}{y = }{z=!r}{w=:>{x}}"
    f"{x:=5}{x:=+5}{x:={y}}"
    f"{(x:=5)}{x!s}{ x }{ x = !s:^{ y }}"
    f"{{x}}{{{x}}}{{{{y}}}}{x}}}{{"
    f'{f"{f"{f"{x}"}"}"}'
    f'{'x'}{"y"}{x['y']}{x["z"]}'
    f"{x + '}' + "{" + y}"
    f'{lambda_}{(lambda x: x)}{(lambda: y)()}'
    f"{[a for a in x if a]}{ {b for b in y} }{ {c: d for c, d in z} }"
    f"{x if y else z}{x != y}{x == y}{x <= y}{x >= y}{x!=y}"
    f"{x:%Y-%m-%d}{x:{'>'}{10}}{x:a{y}b{z}c}"
    f"\{x}\\{y}\N{DIGIT ONE}{z}\N{LATIN SMALL LETTER A}"
    rf"\{x}\\{y}\N{z}"
    fr'\{w}' F"{x}" Rf"{y}" fR"{z}" u"{n}" "{n}"; b"{n}".x
    f"""{
        x  # comment }
        + y
    }{
    z:{
      w}}
    """
    f"{x}" "{n}" f'{y}' '''{n}''' f"""{z}"""
    f"{*x, *y}{x, y}{x,}{yield_}"
    f"{x[y]}{x[y:z]}{x(y, k=z)}{x.y.z}{-x}{not x}{x @ y}{x:@}{x:!r}{x!r:!s}"
    f"{x:{y:{z}}}"
    f"{x:{y!r}}{x:{y=}}"
    f"{x::}{x:::{y}}{x: {y} }"
    f'{x:\n}{x:\'}{x:"}'
    f"{x!r}" f"{y!a}" f"{'a' 'b'}" f"{f'{x}' f'{y}'}"
    t"{x}" t'{y!r:>{z}}' rt"{w=}" Tr"\{x}" t"{t"{t'{x}'}"}"; f"{t"{x}"}"; t"{f"{y}"}"
    f"{x:{(lambda x: x)(y)}}{[x for x in y]!r:{[y for y in z]}}"
    f"{(await_)}{x}#{y}"
    f"#{x}" # {n}
    f'{x}\
{y}' f"{x:\
}"
