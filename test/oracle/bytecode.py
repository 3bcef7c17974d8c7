"""Whether two texts compile to the same code but for names: alpha-equivalence as CPython sees it.

`difference(before, after, pairs)` compares the code objects of two sources instruction by instruction and gives the
first difference, or None. A name may only become another as one of `pairs` says, and one variable of a code object
must become one variable: what stores it and what reads it change together. Line tables are not compared, nor are the
numbers that CPython gives to names, which depend on the alphabet.

As a script it reads one JSON object a line, {"before": text, "after": text, "pairs": [[old, new]…]}, and answers each
with a JSON line: {"found": null}, {"found": "…"}, or {"skipped": "…"} where `before` does not compile.
"""

import ast
import dis
import json
import re
import sys
import types
import warnings

WORD = re.compile(r"\w+")
VARIABLE = re.compile(r"FAST|DEREF|CLOSURE|MAKE_CELL")
GLOBAL = re.compile(r"(?:LOAD|STORE|DELETE)_(?:NAME|GLOBAL)")
# CPython 3.14 fails to compile `super` in some comprehensions of a class: SystemError. Deep texts are the other two.
FAILURES = (SyntaxError, ValueError, RecursionError, MemoryError, SystemError)
JUMPS = frozenset(dis.hasjrel) | frozenset(dis.hasjabs)


class Different(Exception):
    pass


class OneToOne:
    """A map of names that grows, and that no name leaves or enters twice."""

    def __init__(self):
        self.forth = {}
        self.back = {}

    def add(self, one, other, where):
        if self.forth.setdefault(one, other) != other:
            raise Different(f"{where}: `{one}` is both `{self.forth[one]}` and `{other}`")
        if self.back.setdefault(other, one) != one:
            raise Different(f"{where}: both `{self.back[other]}` and `{one}` are `{other}`")


class Comparison:
    def __init__(self, pairs):
        self.pairs = {tuple(pair) for pair in pairs}
        self.globals = OneToOne()

    def is_same_name(self, one, other):
        return self.is_pair(one, other) or self.is_same_mangled(one, other)

    def is_same_mangled(self, one, other):
        """`_Cart__total` changes with the class and with the member, or becomes a name that is not mangled.

        The parts of a dotted name change one by one.
        """
        if "." in one or "." in other:
            parts, others = one.split("."), other.split(".")
            return len(parts) == len(others) and all(map(self.is_same_name, parts, others))
        # A private name may get one that is not mangled, and the other way round.
        if any((member, other) in self.pairs for _, member in unmangled(one)):
            return True
        if any((one, member) in self.pairs for _, member in unmangled(other)):
            return True
        return any(
            self.is_pair(first, second) and self.is_pair(member, twin)
            for first, member in unmangled(one)
            for second, twin in unmangled(other)
        )

    def is_pair(self, one, other):
        return one == other or (one, other) in self.pairs

    def is_same_text(self, one, other):
        if one == other or self.is_same_name(one, other):
            return True
        words, others = WORD.findall(one), WORD.findall(other)
        return (
            WORD.split(one) == WORD.split(other)
            and len(words) == len(others)
            and all(map(self.is_same_name, words, others))
        )

    def is_same_constant(self, one, other):
        if type(one) is not type(other):
            return False
        if isinstance(one, str):
            return self.is_same_text(one, other)
        if isinstance(one, tuple):
            return len(one) == len(other) and all(map(self.is_same_constant, one, other))
        if isinstance(one, frozenset):
            return one == other
        return repr(one) == repr(other)

    def compare(self, one, other, path=""):
        where = f"{path}{one.co_name}:{one.co_firstlineno}"
        for field in ("co_flags", "co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_firstlineno"):
            if getattr(one, field) != getattr(other, field):
                raise Different(f"{where}: {field} is {getattr(one, field)}, and {getattr(other, field)}")
        for field in ("co_name", "co_qualname"):
            if not self.is_same_text(getattr(one, field), getattr(other, field)):
                raise Different(f"{where}: {field} is {getattr(one, field)}, and {getattr(other, field)}")
        variables = OneToOne()
        inherited = OneToOne()
        members = OneToOne() if is_class(one) else self.globals
        for kind in ("co_varnames", "co_cellvars", "co_freevars"):
            if len(getattr(one, kind)) != len(getattr(other, kind)):
                raise Different(f"{where}: {kind} are {getattr(one, kind)}, and {getattr(other, kind)}")
        for first, second in zip(one.co_varnames, other.co_varnames):
            self.compare_names(first, second, variables, where)
        before, after = instructions(one), instructions(other)
        if len(before) != len(after):
            raise Different(f"{where}: {len(before)} instructions, and {len(after)}")
        self.compare_closures(before, after, variables, where)
        for (name, line, value), (twin, _, second) in zip(before, after):
            if name == twin == "STORE_NAME":
                self.compare_names(value, second, members, f"{where}: line {line}: {name}")
        for index, ((name, line, value), (twin, _, second)) in enumerate(zip(before, after)):
            here = f"{where}: line {line}: {name}"
            if name != twin:
                raise Different(f"{here} {value!r}, and {twin} {second!r}")
            if isinstance(value, types.CodeType) and isinstance(second, types.CodeType):
                self.compare(value, second, f"{path}{one.co_name}.")
            elif name == "CLOSURES":
                continue
            elif VARIABLE.search(name) and isinstance(value, str):
                self.compare_names(value, second, variables, here)
            elif "FROM_DICT_OR_GLOBALS" in name:
                # A block inside a class: the name is one of the class or a global.
                self.compare_names(value, second, inherited, here)
            elif GLOBAL.search(name):
                # In a class body a name that is read is one of the class or, where that has none, a global.
                is_member = members.forth.get(value) == second or not name.startswith("LOAD")
                self.compare_names(value, second, members if is_member else self.globals, here)
            elif is_static_attributes(before, index):
                # Sorted by name, and found only on a parameter that is called `self`.
                continue
            elif not self.is_same_constant(value, second):
                raise Different(f"{here} {value!r}, and {second!r}")
        if handlers(one) != handlers(other):
            raise Different(f"{where}: other exception handlers")

    def compare_names(self, one, other, mapping, where):
        if not self.is_same_name(one, other):
            raise Different(f"{where} `{one}`, and `{other}`")
        mapping.add(one, other, where)

    def compare_closures(self, before, after, variables, where):
        """Cells are made and handed on in the order of their names: as sets they must be the same."""
        for (name, line, value), (twin, _, second) in zip(before, after):
            if name != "CLOSURES" or twin != "CLOSURES":
                continue
            left = list(second)
            for one in value:
                found = [other for other in left if other[0] == one[0] and self.is_closure(one[1], other[1], variables)]
                if not found:
                    raise Different(f"{where}: line {line}: closure of {value}, and {second}")
                best = next((other for other in found if variables.forth.get(one[1]) == other[1]), found[0])
                variables.add(one[1], best[1], f"{where}: line {line}")
                left.remove(best)
            if left:
                raise Different(f"{where}: line {line}: closure of {value}, and {second}")

    def is_closure(self, one, other, variables):
        known = variables.forth.get(one)
        return known == other if known is not None else self.is_same_name(one, other)


def unmangled(name):
    """The class and the member that a mangled name may be made of."""
    ends = (end.start() for end in re.finditer("__", name)) if name.startswith("_") else ()
    return [(name[1:end], name[end:]) for end in ends if end > 1]


def is_class(code):
    return not code.co_flags & 0x2 and "__qualname__" in code.co_names


def is_static_attributes(found, index):
    return (
        index + 1 < len(found)
        and found[index + 1][0] == "STORE_NAME"
        and found[index + 1][2] == "__static_attributes__"
        and isinstance(found[index][2], tuple)
    )


CELLS = ("MAKE_CELL", "LOAD_CLOSURE")


def instructions(code):
    """(operation, line, argument) without caches and prefixes; jumps go to the number of an instruction."""
    cells = frozenset(code.co_cellvars) | frozenset(code.co_freevars)
    raw, offsets, pending, line = [], {}, [], None
    for instruction in dis.get_instructions(code):
        pending.append(instruction.offset)
        line = line_of(instruction) or line
        if instruction.opname in ("EXTENDED_ARG", "CACHE"):
            continue
        parts = split(instruction, cells)
        for offset in pending:
            offsets[offset] = len(raw)
        pending = []
        for name, value in parts:
            is_cell = name in CELLS
            # A jump never leads into the middle of a closure: only what is adjacent is joined.
            if is_cell and raw and raw[-1][0] == "CLOSURES":
                raw[-1][2].append((name, value))
            elif is_cell:
                raw.append(["CLOSURES", line, [(name, value)]])
            else:
                raw.append([name, line, ("jump", value) if instruction.opcode in JUMPS else value])
    return [
        (name, line, offsets.get(value[1]) if is_jump(value) else value) for name, line, value in raw
    ]


def is_jump(value):
    return isinstance(value, tuple) and len(value) == 2 and value[0] == "jump" and isinstance(value[1], int)


def line_of(instruction):
    positions = instruction.positions
    return positions.lineno if positions else None


def split(instruction, cells):
    """Joined instructions, as `LOAD_FAST_LOAD_FAST`, as those that they are made of."""
    name, value = instruction.opname, instruction.argval
    if isinstance(value, tuple) and "_FAST" in name and len(value) == 2:
        names = re.findall(r"(?:LOAD|STORE)_FAST(?:_BORROW)?", name)
        return [(cell_or(one, part, cells), part) for one, part in zip(names, value)]
    return [(cell_or(name, value, cells), value)]


def cell_or(name, value, cells):
    """Since 3.13 a closure is loaded by LOAD_FAST, which no other use of a cell is."""
    return "LOAD_CLOSURE" if name in ("LOAD_FAST", "LOAD_FAST_BORROW") and value in cells else name


def handlers(code):
    """Which instructions each handler guards, counted without prefixes."""
    number, at = {}, 0
    for instruction in dis.get_instructions(code):
        number[instruction.offset] = at
        at += instruction.opname not in ("EXTENDED_ARG", "CACHE")
    entries = dis._parse_exception_table(code)
    return [
        (number.get(entry.start), number.get(entry.end, at), number.get(entry.target), entry.depth, entry.lasti)
        for entry in entries
    ]


def difference(before, after, pairs, path="module.py"):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        one = compiled(before, path)
        try:
            other = compiled(after, path)
        except FAILURES as error:
            return f"does not compile: {type(error).__name__}: {error}"
    try:
        Comparison(pairs).compare(one, other)
    except Different as found:
        return str(found)
    return None


def compiled(text, path):
    """The code of a text, in which the compiler does nothing that depends on how names are spelled."""
    # What the text itself does not allow may be allowed afterwards.
    compile(text, path, "exec", dont_inherit=True)
    return compile(Plain().visit(ast.parse(text, path)), path, "exec", dont_inherit=True)


class Plain(ast.NodeTransformer):
    """The same scopes and names, without two optimisations.

    Since 3.12 comprehensions are merged into the function around them (PEP 709), where a variable of each may share a
    slot: they become generators, which are not merged. A method call on a name is compiled otherwise when the module
    imports something of that name, though it is a local: the name becomes a choice that is always the same.
    """

    def visit_ListComp(self, node):
        self.generic_visit(node)
        return ast.copy_location(ast.GeneratorExp(node.elt, node.generators), node)

    visit_SetComp = visit_ListComp

    def visit_DictComp(self, node):
        self.generic_visit(node)
        pair = ast.copy_location(ast.Tuple([node.key, node.value], ast.Load()), node)
        return ast.copy_location(ast.GeneratorExp(pair, node.generators), node)

    def visit_Call(self, node):
        self.generic_visit(node)
        if isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
            name = node.func.value
            always, never = (ast.copy_location(ast.Constant(value), name) for value in (True, None))
            node.func.value = ast.copy_location(ast.IfExp(always, name, never), name)
        return node


def answer(request):
    """What is said to one request, as JSON text."""
    asked = json.loads(request)
    try:
        return json.dumps({"found": difference(asked["before"], asked["after"], asked["pairs"])})
    except FAILURES as error:
        return json.dumps({"skipped": f"{type(error).__name__}: {error}"})


if __name__ == "__main__":
    sys.setrecursionlimit(10000)
    for request in sys.stdin:
        print(answer(request), flush=True)
