class Levels:
    low = 1
    high = low + 1
    table = {low: 'low', high: 'high'}
    pairs = list(zip([low], [high]))
    first = table[low]
    low += 1
    del high
