values = [1, 2]
print(f'{(lambda value: value)(values)} {[value for value in values]} {(last := 3)} {last=}')
print(f'{ {value for value in values} } {({value: value for value in values})!r:{[value for value in values][0]}}')
print(f'{(lambda: (lambda other: other + last))()} {sum(value for value in values):{(width := 5)}}')
