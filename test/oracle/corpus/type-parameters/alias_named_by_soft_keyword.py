type match[T] = list[T]
type case[T] = (list)[T]
type type[T] = (lambda: T)()
type print[T: object, *S] = dict[T, S]
type exec[T = int] = T
type _[T] = T
type match = match
type print = print(match)


class Holder:
    type match[T] = match[T]
    type async_[T] = match
