class Box[
    T,  # the item
    S: (
        int,
        str,
    ) = (
        int
    ),
](
    Base[T],
):
    pass


def function \
    [T] \
    (value: T) -> T: return value


type \
    Alias \
    [ T ] \
    = list[T]
