matrix = [[1], [2]]
flat = [cell for row in matrix for cell in row]
deep = [z for x in matrix for y in x for z in range(y) if z if y]
