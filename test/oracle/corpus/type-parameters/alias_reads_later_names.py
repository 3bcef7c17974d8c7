type Tree = Leaf | list[Tree]


class Leaf:
    type Parent = Tree | Leaf | Parent


type Tree = int
