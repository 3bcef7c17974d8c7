def summarize(rows):
    names = [row for row in rows]
    unique = {row for row in rows}
    lookup = {row: len(row) for row in rows}
    lazy = (row for row in rows)
    total = sum(row for row in rows)
    return names, unique, lookup, lazy, total
