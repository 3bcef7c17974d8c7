def makers(count):
    late = [lambda: index for index in range(count)]
    early = [lambda index=index: index for index in range(count)]
    both = [lambda value: value + index + count for index in range(count)]
    return late, early, both
