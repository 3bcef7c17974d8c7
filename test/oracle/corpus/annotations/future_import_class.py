from __future__ import annotations


class Node:
    Kind = int
    value: Kind
    children: list[Node] = []

    def add(self, child: Node, kind: Kind = Kind) -> Kind:
        node: Node = child
        return node
