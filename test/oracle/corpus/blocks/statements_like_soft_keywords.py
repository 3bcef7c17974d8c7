match = lambda *values: values
case, type, value, items = 1, object, 2, []
match(value)
match[0] if 0 else match
match * value
match, case
match - value
print(match [0:1])
type(value)
type.attribute = 1
type[0] = 1
type = type
match.x: int
match: object
type: object = type
