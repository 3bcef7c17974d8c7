class Grid:
    size = 3
    rows = [[size for column in range(3)] for row in range(size)]
    flat = [cell for row in [[cell for cell in range(size)] for size in range(size)] for cell in row]
