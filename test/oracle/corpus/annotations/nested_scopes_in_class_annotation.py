class Holder:
    size = 3
    rows: (lambda: size)
    table: [size for _ in range(size)]
    first: list[(lambda size=size: size)]
