import functools


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        return function(*args, **kwargs)

    return wrapper


@traced
def function(traced):
    return traced


@functools.partial(traced)
class traced_class:
    @traced
    def method(self, traced=traced):
        return traced
