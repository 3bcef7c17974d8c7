items = name = ()
match (lambda: name):
    case [value] if (lambda: name):
        print(value)
match (lambda name=name: name):
    case [value] if (lambda name=name: name):
        print(value)
match ([name for item in items]):
    case [value] if ([name for item in items]):
        print(value)
match ({name for name in items}):
    case [value] if ({name for name in items}):
        print(value)
match ({item: name for item in name}):
    case [value] if ({item: name for item in name}):
        print(value)
match (list(name for name in items if name)):
    case [value] if (list(name for name in items if name)):
        print(value)
match ([item for item in items for name in item]):
    case [value] if ([item for item in items for name in item]):
        print(value)
match ((lambda name: [name for _ in items])(items)):
    case [value] if ((lambda name: [name for _ in items])(items)):
        print(value)


class Holder:
    name = 1
    items = [name]
    match (lambda: name):
        case [value] if (lambda: name):
            print(value)
    match ([name for item in items]):
        case [value] if ([name for item in items]):
            print(value)
    match ({item: name for item in name}):
        case [value] if ({item: name for item in name}):
            print(value)
    match ((lambda name: [name for _ in items])(items)):
        case [value] if ((lambda name: [name for _ in items])(items)):
            print(value)

    def method(self, items):
        name = self
        match (lambda: name):
            case [value] if (lambda: name):
                print(value)
        match ([name for item in items]):
            case [value] if ([name for item in items]):
                print(value)
        match ({item: name for item in name}):
            case [value] if ({item: name for item in name}):
                print(value)
        match ((lambda name: [name for _ in items])(items)):
            case [value] if ((lambda name: [name for _ in items])(items)):
                print(value)
        return name
