def describe(rows):
    match rows:
        case [first, *rest] if [last := row for row in rest]:
            return {row: first for row in rest}, last
        case {'rows': rows}:
            return (row for row in rows)
