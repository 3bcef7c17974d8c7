total = 1
values = [1if total else 2, 3 or total] if 0 else [total]
print(1or total, 1and total, 2in values, 1if total else 3, 0xfor total)
