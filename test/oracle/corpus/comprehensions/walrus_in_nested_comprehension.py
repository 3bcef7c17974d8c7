def collect(rows):
    grid = [[(total := total + cell) for cell in row] for row in rows] if (total := 0) == 0 else []
    lazy = ((inner := [outer := cell for cell in row]) for row in rows)
    return grid, lazy, total, inner, outer
