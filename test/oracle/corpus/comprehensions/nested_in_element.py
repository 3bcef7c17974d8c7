table = [[column * row for column in range(row)] for row in range(3)]
lookup = {key: {value: key for value in range(key)} for key in range(3)}
