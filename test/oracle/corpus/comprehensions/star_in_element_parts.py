rows = [[1]]
spread = [[*row, 1] for row in rows]
merged = [{**row, 'x': 1} for row in rows]
called = [print(*row, **{name: row for name in row}) for row in rows]
