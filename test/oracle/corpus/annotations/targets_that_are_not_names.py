class Box:
    pass


box = Box()
keys = {}
box.size: int = 1
box.label: str
keys['a']: list = []
keys[len(keys)]: dict
(plain): float = 1.0
(never): complex
box.nested.value: (lambda: box)
