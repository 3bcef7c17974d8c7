class Box:
    pass


box = Box()
keys = {}
for box.current in range(3):
    print(box.current)
for keys[len(keys)] in 'abc':
    pass
for keys['a'], box.pair in []:
    pass
for (single) in keys:
    pass
for [alone] in keys:
    pass
