class Node:
    def kinds(self):
        def inner():
            return lambda: __class__

        return inner, [__class__ for _ in self], (lambda: super())
