def copy(paths):
    with (
        open(paths[0]) as source,
        open(paths[1]) as target,
    ):
        target.write(source.read())
    with (open(paths[0])):
        pass
    with (open(paths[0])) as alone:
        pass
    with (open(paths[0]), open(paths[1])):
        pass
    return source, target, alone
