type = type
type Alias = type
type type = int
type.x = 1
type[0] = type
type(type)
def type[type](type: type = type) -> type: return type
