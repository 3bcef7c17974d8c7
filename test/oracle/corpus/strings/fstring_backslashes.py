name = 'x'
print(f'\{name}\N{LATIN SMALL LETTER A}{name}\n{name}\\{name}', rf'\N{name}', f'\x41{name}\
{name}')
