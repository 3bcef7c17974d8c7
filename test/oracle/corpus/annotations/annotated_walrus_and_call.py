def make(kind):
    return kind


value: make('a')
other: make(value)[0].attribute
third: make(key=value, *other)
