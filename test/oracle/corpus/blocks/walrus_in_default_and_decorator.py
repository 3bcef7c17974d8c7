def before(function):
    return function


@(decorator := before)
def configured(value=(initial := 1), *, other=(second := initial)):
    return value, other, initial, decorator


class Configured(base := dict, metaclass=(meta := type)):
    copy = base, meta
