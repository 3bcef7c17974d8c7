class Table:
    rows: list = []
    if (size := 3):
        width: size


def outer():
    class Table:
        Kind = int
        rows: list[Kind]

        class Row:
            cells: list[Kind]
            Kind = str

    return Table
