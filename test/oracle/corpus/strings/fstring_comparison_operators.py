left, right = 1, 2
print(f'{left == right} {left != right} {left >= right} {left <= right} {left < right} {not left}')
print(f'{left if left != right else right!r:>{left}}')
