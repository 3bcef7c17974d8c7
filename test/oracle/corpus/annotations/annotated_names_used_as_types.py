int: int = 1
Alias: type = list
values: Alias
pair: tuple[Alias, int]
