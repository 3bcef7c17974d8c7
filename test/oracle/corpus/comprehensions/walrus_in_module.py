values = [1, 2]
doubled = [last := value * 2 for value in values]
print(last, any((hit := value) > 1 for value in values), hit)
