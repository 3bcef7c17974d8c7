def build():
    class Node:
        def copy(self):
            return Node()

        class Inner:
            def outer(self):
                return Node, Inner

    return Node
