rows = []
print(f'{[row for row in rows]} {", ".join(row for row in rows)} { {row: row for row in rows} }')
print(f'{rows!r:{[row for row in rows][0]}}')
