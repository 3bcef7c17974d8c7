type Pair[T] = tuple[T, T]
type Nested[K, V] = dict[K, list[Nested[K, V]]]
type Plain = list[Plain]
