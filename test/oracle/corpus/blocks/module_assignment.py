"""A module's own names are its globals."""
total = 0
first = second = total
total = total + first

print(total, second, undefined_elsewhere)
