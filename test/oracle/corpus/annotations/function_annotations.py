def scale(value: int, *values: float, key: str = 'x', **options: dict) -> list:
    return [value, values, key, options]
