for index, (key, *values) in enumerate([]):
    pass
else:
    print(index, key, values)


def loop(rows):
    for row in rows:
        for column in row:
            last = row, column
    return row, column, last
