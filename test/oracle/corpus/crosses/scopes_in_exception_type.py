items = name = ()
try:
    raise (lambda: name)
except (lambda: name) as value:
    print(value)
try:
    raise (lambda name=name: name)
except (lambda name=name: name) as value:
    print(value)
try:
    raise ([name for item in items])
except ([name for item in items]) as value:
    print(value)
try:
    raise ({name for name in items})
except ({name for name in items}) as value:
    print(value)
try:
    raise ({item: name for item in name})
except ({item: name for item in name}) as value:
    print(value)
try:
    raise (list(name for name in items if name))
except (list(name for name in items if name)) as value:
    print(value)
try:
    raise ([item for item in items for name in item])
except ([item for item in items for name in item]) as value:
    print(value)
try:
    raise ((lambda name: [name for _ in items])(items))
except ((lambda name: [name for _ in items])(items)) as value:
    print(value)


class Holder:
    name = 1
    items = [name]
    try:
        raise (lambda: name)
    except (lambda: name) as value:
        print(value)
    try:
        raise ([name for item in items])
    except ([name for item in items]) as value:
        print(value)
    try:
        raise ({item: name for item in name})
    except ({item: name for item in name}) as value:
        print(value)
    try:
        raise ((lambda name: [name for _ in items])(items))
    except ((lambda name: [name for _ in items])(items)) as value:
        print(value)

    def method(self, items):
        name = self
        try:
            raise (lambda: name)
        except (lambda: name) as value:
            print(value)
        try:
            raise ([name for item in items])
        except ([name for item in items]) as value:
            print(value)
        try:
            raise ({item: name for item in name})
        except ({item: name for item in name}) as value:
            print(value)
        try:
            raise ((lambda name: [name for _ in items])(items))
        except ((lambda name: [name for _ in items])(items)) as value:
            print(value)
        return name
