count: int = 0
name: str
values: list[int] = [count]
first, second = 1, 2
third: 'Missing'
print(name, third)
