def call[**P, R](function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    return function(*args, **kwargs)


def zipped[*Ts](*arrays: *Ts) -> tuple[*Ts]:
    return arrays


class Array[ * Shape , ** Options ]:
    shape: tuple[*Shape]
