def keep(rows, low, high):
    return [row for row in rows if row > low if row < high and any(row == other for other in rows)]
