class Node:
    parent: Node
    children: list[Node]

    def add(self, child: Node) -> Node:
        return child
