compose = lambda first: lambda second: lambda value: first(second(value))
curried = lambda value, other=lambda value: value: other(value)
