class Box[T = int, *Ts = *tuple[int, ...], **P = [T, str]]:
    value: T


def make[T: object = list[int]](value: T) -> T:
    return value


type Alias[T = Box, **P = ...] = dict[T, P]
