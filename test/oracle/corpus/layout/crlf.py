"""Lines that end in carriage return and newline."""
import os


def outer(value):
    total = """two
    lines""", f"""{value}
    {os}"""
    joined = value + \
        total
    return [item for item in joined
            if item]


class Windows:
    path: "str" = os.sep
    def read(self): return path
