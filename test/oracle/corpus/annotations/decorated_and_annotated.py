import functools


@functools.lru_cache(maxsize=None)
def compute(
    self: 'Compute',  # a comment
    value: int = 3,
    /,
    other: (int) = 4,
    *,
    key: (
        str
    ) = 'x',
) -> (
    tuple[int, str]
):
    return value, other, key
