def pairs(rows):
    return [row for row in rows for row in row if row]
