items = name = ()
type Used = (lambda: name)
type Generic[T] = (lambda: name)
type Used = (lambda name=name: name)
type Generic[T] = (lambda name=name: name)
type Used = ([name for item in items])
type Generic[T] = ([name for item in items])
type Used = ({name for name in items})
type Generic[T] = ({name for name in items})
type Used = ({item: name for item in name})
type Generic[T] = ({item: name for item in name})
type Used = (list(name for name in items if name))
type Generic[T] = (list(name for name in items if name))
type Used = ([item for item in items for name in item])
type Generic[T] = ([item for item in items for name in item])
type Used = ((lambda name: [name for _ in items])(items))
type Generic[T] = ((lambda name: [name for _ in items])(items))


class Holder:
    name = 1
    items = [name]
    type Used = (lambda: name)
    type Generic[T] = (lambda: name)
    type Used = ([name for item in items])
    type Generic[T] = ([name for item in items])
    type Used = ({item: name for item in name})
    type Generic[T] = ({item: name for item in name})
    type Used = ((lambda name: [name for _ in items])(items))
    type Generic[T] = ((lambda name: [name for _ in items])(items))

    def method(self, items):
        name = self
        type Used = (lambda: name)
        type Generic[T] = (lambda: name)
        type Used = ([name for item in items])
        type Generic[T] = ([name for item in items])
        type Used = ({item: name for item in name})
        type Generic[T] = ({item: name for item in name})
        type Used = ((lambda name: [name for _ in items])(items))
        type Generic[T] = ((lambda name: [name for _ in items])(items))
        return name
