first, second, third, fourth = 1, 2, 3, 4
del first
del (second, [third])
del fourth,


def forget(cache, key):
    value = cache[key]
    del cache[key], cache.last
    del value
    return value


def only_deleted():
    del ghost
