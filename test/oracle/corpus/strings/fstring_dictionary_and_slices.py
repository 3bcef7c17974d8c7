table = {'a': [1, 2]}
start = 0
print(f'{table["a"][start:]} {table["a"][start:][::-1]} { {"k": table}["k"] } {table["a"][start:start+1]!r}')
