items = name = ()
if lambda: name:
    value = 1
elif (lambda: name):
    value = 2
while (lambda: name):
    break
if lambda name=name: name:
    value = 1
elif (lambda name=name: name):
    value = 2
while (lambda name=name: name):
    break
if [name for item in items]:
    value = 1
elif ([name for item in items]):
    value = 2
while ([name for item in items]):
    break
if {name for name in items}:
    value = 1
elif ({name for name in items}):
    value = 2
while ({name for name in items}):
    break
if {item: name for item in name}:
    value = 1
elif ({item: name for item in name}):
    value = 2
while ({item: name for item in name}):
    break
if list(name for name in items if name):
    value = 1
elif (list(name for name in items if name)):
    value = 2
while (list(name for name in items if name)):
    break
if [item for item in items for name in item]:
    value = 1
elif ([item for item in items for name in item]):
    value = 2
while ([item for item in items for name in item]):
    break
if (lambda name: [name for _ in items])(items):
    value = 1
elif ((lambda name: [name for _ in items])(items)):
    value = 2
while ((lambda name: [name for _ in items])(items)):
    break


class Holder:
    name = 1
    items = [name]
    if lambda: name:
        value = 1
    elif (lambda: name):
        value = 2
    while (lambda: name):
        break
    if [name for item in items]:
        value = 1
    elif ([name for item in items]):
        value = 2
    while ([name for item in items]):
        break
    if {item: name for item in name}:
        value = 1
    elif ({item: name for item in name}):
        value = 2
    while ({item: name for item in name}):
        break
    if (lambda name: [name for _ in items])(items):
        value = 1
    elif ((lambda name: [name for _ in items])(items)):
        value = 2
    while ((lambda name: [name for _ in items])(items)):
        break

    def method(self, items):
        name = self
        if lambda: name:
            value = 1
        elif (lambda: name):
            value = 2
        while (lambda: name):
            break
        if [name for item in items]:
            value = 1
        elif ([name for item in items]):
            value = 2
        while ([name for item in items]):
            break
        if {item: name for item in name}:
            value = 1
        elif ({item: name for item in name}):
            value = 2
        while ({item: name for item in name}):
            break
        if (lambda name: [name for _ in items])(items):
            value = 1
        elif ((lambda name: [name for _ in items])(items)):
            value = 2
        while ((lambda name: [name for _ in items])(items)):
            break
        return name
