def function[T](first=1, /, second=lambda: T, *, third=[T for _ in ()], fourth):
    return first, second, third, fourth, T
