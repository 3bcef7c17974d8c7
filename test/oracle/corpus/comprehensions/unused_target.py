ones = [1 for _ in range(3)]
zeros = {0: 0 for unused in range(3) for _ in range(unused)}
