type Lazy[T] = (lambda: T)
type Listed[T] = [T for _ in range(3)]
type Deep = {key: (lambda: Deep) for key in names}
names = []
