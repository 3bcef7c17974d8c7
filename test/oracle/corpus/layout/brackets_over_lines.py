values = [
    first
    for first
    in (
        second
        for second
        in ()
    )
]
call = print(
    *values,
    sep=(
        values
    ),
)
table = {
    'a':
        values,
    **call
}[
    values
]
(
    total
) = (
    call
)
