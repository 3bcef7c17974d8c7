def parse(int: int, str: 'str' = str) -> int:
    return int(str)
