class Holder:
    Key = str
    type Lazy = (lambda: Key)
    type Listed = [Key for item in Key]
    type Generic[T] = (lambda: (T, Key))
