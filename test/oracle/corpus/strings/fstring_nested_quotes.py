names = {'a': 1}
print(f'{names['a']} {f'{names[f'{names}']}'} {"".join(name for name in names)}')
print(f"{f"{f"{names}"}"}")
