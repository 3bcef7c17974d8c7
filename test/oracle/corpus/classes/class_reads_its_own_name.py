class Node:
    parent: 'Node' = None

    def copy(self):
        return Node(self)

    @classmethod
    def make(cls):
        return [Node for _ in range(3)]
