values = [3, 1, 2]
print(len(values), sorted(values), max)
print(__name__, __file__, __debug__, __doc__)
len = 3
print(len)
