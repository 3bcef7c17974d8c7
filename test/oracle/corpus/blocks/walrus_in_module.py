import re

if match := re.match('a', 'a'):
    print(match)
while (line := input()) != 'quit':
    print(line)
print(values := [1, 2], *(pair := (3, 4)), key := 5)
print((outer := (inner := 6)), outer, inner)
