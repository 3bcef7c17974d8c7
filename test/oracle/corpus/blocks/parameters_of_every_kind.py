def call(first, second=1, /, third=2, *rest, fourth, fifth=5, **options):
    return first, second, third, rest, fourth, fifth, options


def keyword_only(*, name, value=None):
    return name, value


def positional_only(value, /):
    return value
