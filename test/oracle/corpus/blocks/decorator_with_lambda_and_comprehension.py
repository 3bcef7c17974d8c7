registry = []


@(lambda target: registry.append(target) or target)
@[decorator for decorator in (staticmethod,)][0]
def registered(target):
    return target


@(last := registered)
def again():
    return last
