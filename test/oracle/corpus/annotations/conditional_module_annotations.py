import sys

if sys.platform == 'win32':
    handle: int
else:
    handle: str = ''
for index in range(3):
    item: list[index]
while False:
    never: int
with open('x') as source:
    text: source
try:
    value: int = 1
except ValueError as error:
    value: error
else:
    other: str
finally:
    last: bytes
match source:
    case str(content):
        kept: content
