double = lambda number: number * 2
nothing = lambda: None
pick = lambda items, index=0, *rest, key=None, **options: (items, index, rest, key, options)
