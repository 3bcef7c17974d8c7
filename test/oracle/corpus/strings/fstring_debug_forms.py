total = 1
print(f'{total=} {total = } {total=!r} {total=:>10} { total + 1 = } {(lambda: total)()=}')
