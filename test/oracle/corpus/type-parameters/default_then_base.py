class Stack[T = int](list[T]):
    def push(self, item: T) -> None:
        self.append(item)


class Queue[K, V = K](dict[K, V], total=V):
    items: list[V]
