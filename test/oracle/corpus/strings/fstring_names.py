name, width, precision = 'cart', 10, 3
print(f'{name} {name!r} {name=} {name = !s} {width:>{width}} {precision:{width}.{precision}}')
print(f'{name}' 'plain {name}' f"{width}" '{' rf'\d{precision}\{name}')
print(F'{name}', fR'{name}\n', f'{{name}} {{{name}}}')
