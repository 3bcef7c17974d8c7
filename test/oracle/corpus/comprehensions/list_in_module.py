values = [1, 2, 3]
squares = [value * value for value in values if value > offset]
offset = 1
