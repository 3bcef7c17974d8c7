table = {}
print(table[[key for key in table][0]], table[len({key for key in table}) : sum(key for key in table)])
table[tuple(key for key in table)] = [table[key] for key in table]
