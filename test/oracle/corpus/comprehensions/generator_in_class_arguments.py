names = []


class Registered(*(name for name in names), options={name: 1 for name in names}):
    names = ['x']
    copied = [name for name in names]
