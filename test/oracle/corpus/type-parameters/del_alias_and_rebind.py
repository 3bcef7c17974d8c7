type Alias = int
del Alias
Alias = 1
type Alias[T] = list[T]


def use():
    type Alias = str
    del Alias
    return lambda: Alias
