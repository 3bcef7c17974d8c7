def lazy(rows):
    return [cell for row in rows for cell in (cell for cell in row if row)]
