"""The scopes and names of a Python module, as CPython has them.

    python3 cpython.py FILE...      one JSON object a line, for each file
    python3 cpython.py --pipe       the same for {"path", "text"} objects, one a line on standard input

Runs on CPython 3.11 to 3.14, as a program or imported. The object, its order and what is normalised away (and
why) are described in README.md beside this file; the functions below say where they do it.

How it works: `ast` gives every identifier and its place; `symtable` gives the scopes, the symbols of each and what
they are, but no places. So `Walk` goes over the tree in the order in which CPython's symtable.c does and
builds a tree of blocks with the identifiers that occur in each; `match_tables` pairs it with symtable's tree,
which must have the same shape, types, names and lines; and every identifier must be a symbol of its block. Anything
that does not fit raises `Disagreement`, which is a fault of this program and never of the text.
"""

import ast
import collections
import io
import json
import re
import sys
import symtable
import tokenize
import unicodedata
import warnings

VERSION = sys.version_info[:2]
# PEP 649: annotations are evaluated lazily, in a scope of their own.
HAS_ANNOTATION_SCOPES = VERSION >= (3, 14)
# PEP 709: list, set and dict comprehensions are merged into the enclosing scope.
INLINES_COMPREHENSIONS = VERSION >= (3, 12)
# Before PEP 701, ast guesses where the expressions of an f-string are.
MISPLACES_FSTRINGS = VERSION < (3, 12)
# With PEP 695, symtable visits decorators before the annotations of a def and the bases of a class.
DECORATORS_LAST = VERSION < (3, 12)
# Up to 3.12 symtable visits the else of a try before its handlers.
ELSE_BEFORE_HANDLERS = VERSION < (3, 13)

# Early releases of 3.12 mangle also what is no type parameter in the bases of a generic class.
MANGLES_BASES = VERSION == (3, 12) and "_A__B" in (
    symtable.symtable("class A[T](__B): pass", "", "exec").get_children()[0].get_identifiers()
)

FLAGS = (
    ("local", symtable.Symbol.is_local),
    ("global", symtable.Symbol.is_global),
    ("declared_global", symtable.Symbol.is_declared_global),
    ("nonlocal", symtable.Symbol.is_nonlocal),
    ("free", symtable.Symbol.is_free),
    ("parameter", symtable.Symbol.is_parameter),
    ("imported", symtable.Symbol.is_imported),
    ("assigned", symtable.Symbol.is_assigned),
    ("referenced", symtable.Symbol.is_referenced),
    ("annotated", symtable.Symbol.is_annotated),
)

# Symbols that CPython adds by itself, next to those that start with a dot.
CELLS_OF_CLASS = ("__class__", "__classdict__", "__conditional_annotations__")
IMPLICIT = (*CELLS_OF_CLASS, "__type_params__")

COMPREHENSIONS = {
    ast.ListComp: "listcomp",
    ast.SetComp: "setcomp",
    ast.DictComp: "dictcomp",
    ast.GeneratorExp: "genexpr",
}

# What symtable calls the block of each kind, in any version.
TABLE_TYPES = {
    "module": ("module",),
    "class": ("class",),
    "function": ("function",),
    "lambda": ("function",),
    "comprehension": ("function",),
    "annotation": ("annotation", "type variable", "TypeVar bound"),
    "type-parameters": ("type parameters", "type parameter"),
    "type-alias": ("type alias",),
}


class Disagreement(Exception):
    """The tree of `ast` and the tables of `symtable` do not fit together as this program expects."""


class Source:
    """A text as UTF-8, with the places of `ast` and byte offsets turned into each other."""

    IDENTIFIER = re.compile(rb"[0-9A-Za-z_\x80-\xff]+")
    IDENTIFIER_AT_END = re.compile(rb"[0-9A-Za-z_\x80-\xff]+\Z")
    # What can stand between two tokens, brackets being open or not, and closing parentheses.
    GAP = re.compile(rb"(?:[ \t\f\r\n)]|\\(?=[\r\n])|#[^\r\n]*)*")

    def __init__(self, text):
        mark = text.startswith("\ufeff")
        self.text = text[1:] if mark else text
        self.data = text.encode("utf-8")
        self.starts = [3 if mark else 0]
        self.starts += [end.end() for end in re.finditer(rb"\r\n|\r|\n", self.data)]

    def offset(self, line, column):
        return self.starts[line - 1] + column

    def start(self, node):
        return self.offset(node.lineno, node.col_offset)

    def end(self, node):
        return self.offset(node.end_lineno, node.end_col_offset)

    def place(self, offset):
        low, high = 0, len(self.starts)
        while high - low > 1:
            middle = (low + high) // 2
            if self.starts[middle] <= offset:
                low = middle
            else:
                high = middle
        return low + 1, offset - self.starts[low]

    def skip(self, offset, *tokens):
        """The offset behind the given tokens, each with the gap in front of it, and behind the gap that follows."""
        for token in tokens:
            offset = self.GAP.match(self.data, offset).end()
            if not self.data.startswith(token, offset):
                raise Disagreement(f"no {token.decode()} at {self.place(offset)}")
            offset += len(token)
        return self.GAP.match(self.data, offset).end()

    def identifier_before(self, offset):
        found = self.IDENTIFIER_AT_END.search(self.data, max(0, self.data.rfind(b"\n", 0, offset)), offset)
        if found is None:
            raise Disagreement(f"no identifier before {self.place(offset)}")
        return found.start()

    def identifier_at(self, offset):
        found = self.IDENTIFIER.match(self.data, offset)
        if found is None:
            raise Disagreement(f"no identifier at {self.place(offset)}")
        return unicodedata.normalize("NFKC", found.group().decode("utf-8"))

    def is_at(self, offset, token):
        return self.data.startswith(token, offset)


class Block:
    """A block as symtable.c enters it: a scope of the answer, or (`hidden`) one that is left out."""

    def __init__(self, kind, name, start, line, parent, private, hidden=False):
        self.kind = kind
        self.name = name
        self.start = start
        self.line = line
        self.parent = parent
        self.private = private
        self.hidden = hidden
        self.children = []
        self.depth = 0 if parent is None else parent.depth + 1
        # In the type-parameters scope of a class only the type parameters are mangled, and so in what
        # is nested in it, up to the class itself.
        self.only_mangled = None if parent is None or kind == "class" else parent.only_mangled
        self.variable_annotations = None
        self.occurrences = {}
        self.unevaluated = {}
        self.id = None
        self.symbols = {}
        if parent is not None:
            parent.children.append(self)

    @property
    def sees_class(self):
        """The class whose variables are visible here though this is not its block, or None."""
        if self.kind not in ("annotation", "type-parameters", "type-alias"):
            return None
        return self.parent if self.parent.kind == "class" else self.parent.sees_class


class Walk:
    """Goes over a module in the order of symtable.c; see `root` for the blocks and `edits` for the text to ask about.

    Without recursion, since `a + b + …` nests as deeply as it is long: `steps_of` gives what is to be done for
    a node, in order: nodes, and functions to call.
    """

    def __init__(self, source, tree):
        self.source = source
        self.future = any(
            isinstance(statement, ast.ImportFrom)
            and statement.module == "__future__"
            and statement.level == 0
            and any(alias.name == "annotations" for alias in statement.names)
            for statement in tree.body
        )
        self.edits = []
        self.root = self.block = Block("module", "top", 0, 1, None, None)
        steps = list(reversed(tree.body))
        while steps:
            step = steps.pop()
            if isinstance(step, ast.AST):
                steps.extend(reversed(self.steps_of(step)))
            else:
                step()

    # What happens in a block

    def enter(self, kind, name, node, start=None, private=None, hidden=False):
        start = self.source.start(node) if start is None else start
        private = self.block.private if private is None else private
        self.block = Block(kind, name, start, node.lineno, self.block, private, hidden)

    def leave(self):
        self.block = self.block.parent

    def mangled(self, name):
        private = self.block.private
        only = self.block.only_mangled
        if only is not None and name not in only:
            return name
        if private is None or not name.startswith("__") or name.endswith("__"):
            return name
        private = private.lstrip("_")
        return f"_{private}{name}" if private else name

    def occurs(self, what, name, offset):
        if self.source.identifier_at(offset) != name:
            raise Disagreement(f"{name} is not at {self.source.place(offset)}")
        places = self.block.occurrences.setdefault(
            self.mangled(name), {"definitions": set(), "references": set(), "declarations": set()}
        )
        places[what].add(offset)

    def defines(self, name, offset):
        self.occurs("definitions", name, offset)

    def ignores(self, name, offset):
        if self.source.identifier_at(offset) != name:
            raise Disagreement(f"{name} is not at {self.source.place(offset)}")
        self.block.unevaluated.setdefault(name, set()).add(offset)

    def ignores_all(self, expression):
        for node in ast.walk(expression):
            if isinstance(node, ast.Name):
                self.ignores(node.id, self.source.start(node))
            elif isinstance(node, ast.arg):
                self.ignores(node.arg, self.source.start(node))

    # Nodes

    def steps_of(self, node):
        visit = getattr(self, type(node).__name__, None)
        if visit is not None:
            return visit(node)
        return list(ast.iter_child_nodes(node))

    def Name(self, node):
        offset = self.source.start(node)
        self.occurs("references" if isinstance(node.ctx, ast.Load) else "definitions", node.id, offset)
        return []

    def AugAssign(self, node):
        return [node.target, node.value]

    def NamedExpr(self, node):
        return [node.value, node.target]

    def Import(self, node):
        for alias in node.names:
            if alias.asname is None:
                self.defines(alias.name.partition(".")[0], self.source.start(alias))
            else:
                self.defines(alias.asname, self.source.identifier_before(self.source.end(alias)))
        return []

    def ImportFrom(self, node):
        for alias in node.names:
            if alias.asname is not None:
                self.defines(alias.asname, self.source.identifier_before(self.source.end(alias)))
            elif alias.name != "*":
                self.defines(alias.name, self.source.start(alias))
        return []

    def Global(self, node):
        offset = self.source.skip(self.source.start(node), b"global")
        return self.declares(node, offset)

    def Nonlocal(self, node):
        offset = self.source.skip(self.source.start(node), b"nonlocal")
        return self.declares(node, offset)

    def declares(self, node, offset):
        for index, name in enumerate(node.names):
            if index > 0:
                offset = self.source.skip(offset, b",")
            self.occurs("declarations", name, offset)
            offset = self.source.IDENTIFIER.match(self.source.data, offset).end()
        return []

    def Try(self, node):
        middle = [*node.orelse, *node.handlers] if ELSE_BEFORE_HANDLERS else [*node.handlers, *node.orelse]
        return [*node.body, *middle, *node.finalbody]

    TryStar = Try

    def ExceptHandler(self, node):
        name = []
        if node.name is not None:
            offset = self.source.skip(self.source.end(node.type), b"as")
            name = [lambda: self.defines(node.name, offset)]
        return [*filter(None, [node.type]), *name, *node.body]

    def MatchAs(self, node):
        if node.name is None:
            return []
        offset = self.source.identifier_before(self.source.end(node))
        return [*filter(None, [node.pattern]), lambda: self.defines(node.name, offset)]

    def MatchStar(self, node):
        if node.name is not None:
            self.defines(node.name, self.source.identifier_before(self.source.end(node)))
        return []

    def MatchMapping(self, node):
        rest = []
        if node.rest is not None:
            offset = self.source.skip(self.source.end(node.patterns[-1]) if node.patterns else self.source.start(node) + 1)
            if self.source.is_at(offset, b","):
                offset = self.source.skip(offset, b",")
            offset = self.source.skip(offset, b"**")
            rest = [lambda: self.defines(node.rest, offset)]
        return [*node.keys, *node.patterns, *rest]

    def AnnAssign(self, node):
        value = list(filter(None, [node.value]))
        return [*self.annotated_target(node), *self.variable_annotation(node), *value]

    def annotated_target(self, node):
        if not isinstance(node.target, ast.Name) or node.simple or node.value is not None:
            return [node.target]
        # `(x): int` neither binds nor evaluates x.
        self.ignores(node.target.id, self.source.start(node.target))
        return []

    def variable_annotation(self, node):
        annotation = node.annotation
        refuse_in_annotation(annotation)
        if self.future:
            self.ignores_all(annotation)
            return []
        if self.block.kind == "function":
            return self.local_annotation(annotation)
        if not HAS_ANNOTATION_SCOPES:
            return [annotation]
        return [lambda: self.enter_variable_annotation(annotation), annotation, self.leave]

    def enter_variable_annotation(self, annotation, hidden=False):
        """All annotations of variables in one block share the scope of the first one."""
        if self.block.variable_annotations is not None:
            self.block = self.block.variable_annotations
            return
        self.enter("annotation", "__annotate__", annotation, hidden=hidden)
        self.block.parent.variable_annotations = self.block

    def local_annotation(self, annotation):
        """CPython does not evaluate it, so symtable is asked about a text where it is a constant."""
        self.ignores_all(annotation)
        lines = annotation.end_lineno - annotation.lineno
        self.edits.append((self.source.start(annotation), self.source.end(annotation), b"(0" + b"\n" * lines + b")"))
        if not HAS_ANNOTATION_SCOPES:
            return []
        return [lambda: self.enter_variable_annotation(annotation, hidden=True), self.leave]

    def Lambda(self, node):
        return [
            *node.args.defaults,
            *filter(None, node.args.kw_defaults),
            lambda: self.enter("lambda", "lambda", node),
            lambda: self.parameters(node.args),
            node.body,
            self.leave,
        ]

    def parameters(self, arguments):
        for parameter in every_parameter(arguments):
            self.defines(parameter.arg, self.source.start(parameter))

    def FunctionDef(self, node):
        self.defines(node.name, self.after_keyword(node, b"def"))
        defaults = [*node.args.defaults, *filter(None, node.args.kw_defaults)]
        generic = getattr(node, "type_params", [])
        annotations = self.function_annotations(node)
        return [
            *defaults,
            *(annotations if DECORATORS_LAST else []),
            *node.decorator_list,
            *([lambda: self.enter("type-parameters", node.name, node)] if generic else []),
            *generic,
            *([] if DECORATORS_LAST else annotations),
            lambda: self.enter("function", node.name, node),
            lambda: self.parameters(node.args),
            *node.body,
            self.leave,
            *([self.leave] if generic else []),
        ]

    AsyncFunctionDef = FunctionDef

    def function_annotations(self, node):
        annotations = [parameter.annotation for parameter in every_parameter(node.args)] + [node.returns]
        annotations = [annotation for annotation in annotations if annotation is not None]
        for annotation in annotations:
            refuse_in_annotation(annotation)
        if self.future:
            return [lambda: [self.ignores_all(annotation) for annotation in annotations]]
        if not HAS_ANNOTATION_SCOPES:
            return annotations
        return [
            lambda: self.enter("annotation", "__annotate__", node, hidden=not annotations),
            *annotations,
            self.leave,
        ]

    def after_keyword(self, node, keyword):
        offset = self.source.start(node)
        if self.source.is_at(offset, b"async"):
            offset = self.source.skip(offset, b"async")
        return self.source.skip(offset, keyword)

    def ClassDef(self, node):
        self.defines(node.name, self.after_keyword(node, b"class"))
        generic = getattr(node, "type_params", [])
        return [
            *([] if DECORATORS_LAST else node.decorator_list),
            *([lambda: self.enter_generic_class(node)] if generic else []),
            *generic,
            *node.bases,
            *node.keywords,
            *(node.decorator_list if DECORATORS_LAST else []),
            lambda: self.enter("class", node.name, node, private=node.name),
            *node.body,
            self.leave,
            *([self.leave] if generic else []),
        ]

    def enter_generic_class(self, node):
        if MANGLES_BASES and any(is_private(inner) for inner in ast.walk(node)):
            raise SyntaxError("private name in a generic class, mangled otherwise in early releases of Python 3.12")
        self.enter("type-parameters", node.name, node, private=node.name)
        self.block.only_mangled = set()

    def TypeAlias(self, node):
        return [
            node.name,
            *([lambda: self.enter("type-parameters", node.name.id, node)] if node.type_params else []),
            *node.type_params,
            lambda: self.enter("type-alias", node.name.id, node),
            node.value,
            self.leave,
            *([self.leave] if node.type_params else []),
        ]

    def TypeVar(self, node):
        self.type_parameter(node)
        default = getattr(node, "default_value", None)
        return [*self.type_variable(node, node.bound), *self.type_variable(node, default)]

    def TypeVarTuple(self, node):
        self.type_parameter(node)
        return self.type_variable(node, getattr(node, "default_value", None))

    ParamSpec = TypeVarTuple

    def type_parameter(self, node):
        if self.block.only_mangled is not None:
            self.block.only_mangled.add(node.name)
        offset = self.source.start(node)
        while self.source.is_at(offset, b"*"):
            offset = self.source.skip(offset, b"*")
        self.defines(node.name, offset)

    def type_variable(self, node, expression):
        if expression is None:
            return []
        return [lambda: self.enter("annotation", node.name, expression), expression, self.leave]

    def ListComp(self, node):
        inlined = INLINES_COMPREHENSIONS and not isinstance(node, ast.GeneratorExp)
        if inlined:
            self.edits.extend(self.as_generator(node))
        first, *others = node.generators
        # symtable.c visits the value of a dict comprehension before its key, but not those of a dict.
        element = [node.elt] if not isinstance(node, ast.DictComp) else [node.key, node.value]
        return [
            first.iter,
            lambda: self.enter("comprehension", COMPREHENSIONS[type(node)], node),
            first.target,
            *first.ifs,
            *others,
            *(element if inlined else reversed(element)),
            self.leave,
        ]

    SetComp = DictComp = GeneratorExp = ListComp

    def comprehension(self, node):
        return [node.target, node.iter, *node.ifs]

    def as_generator(self, node):
        """The edits that make `[x for …]`, `{x for …}` and `{k: v for …}` a `(x for …)` and a `({k: v} for …)`."""
        start, end = self.source.start(node), self.source.end(node)
        if not isinstance(node, ast.DictComp):
            return [(start, start + 1, b"("), (end - 1, end, b")")]
        behind = self.source.skip(self.source.end(node.value))
        return [(start, start + 1, b"({"), (behind, behind, b"}"), (end - 1, end, b")")]


def is_private(node):
    names = (getattr(node, field, None) for field in ("id", "name", "arg"))
    return any(isinstance(name, str) and name.startswith("__") and not name.endswith("__") for name in names)


def every_parameter(arguments):
    """In the order in which symtable.c visits their annotations."""
    single = [arguments.vararg, arguments.kwarg]
    return [*arguments.posonlyargs, *arguments.args, *filter(None, single), *arguments.kwonlyargs]


def refuse_in_annotation(annotation):
    """What Python 3.14 does not accept there and older versions may."""
    nodes = [annotation]
    while nodes:
        node = nodes.pop()
        if isinstance(node, (ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Await)):
            raise SyntaxError(f"{type(node).__name__} within an annotation, not accepted since Python 3.14")
        if not isinstance(node, (ast.Lambda, *COMPREHENSIONS)):
            nodes.extend(ast.iter_child_nodes(node))


def edited(source, edits):
    """The text with its edits applied; edits inside a replaced annotation are dropped."""
    parts, end = [], source.starts[0]
    for start, stop, replacement in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start < end:
            continue
        parts += [source.data[end:start], replacement]
        end = stop
    return b"".join([*parts, source.data[end:]]).decode("utf-8")


# f-strings before Python 3.12


def relocate_fstrings(source, tree):
    """Gives the nodes in f-strings their places, which ast has wrong before 3.12, by parsing each again."""
    nodes = [tree]
    while nodes:
        node = nodes.pop()
        if not isinstance(node, ast.JoinedStr):
            nodes.extend(ast.iter_child_nodes(node))
            continue
        values = formatted_values(node)
        ranges = list(expression_ranges(source.data, source.start(node), source.end(node)))
        if len(values) != len(ranges):
            raise Disagreement(f"f-string at {source.place(source.start(node))}: {len(values)} expressions in ast")
        for value, (start, end) in zip(values, ranges):
            value.value = parsed_at(source, start, end)
            nodes.append(value.value)


def formatted_values(node):
    found = []
    for value in node.values:
        if isinstance(value, ast.FormattedValue):
            found.append(value)
            if value.format_spec is not None:
                found.extend(formatted_values(value.format_spec))
    return found


def parsed_at(source, start, end):
    # In parentheses, as CPython 3.11 itself does, hence the column less by one in the first line.
    expression = ast.parse("(" + source.data[start:end].decode("utf-8") + ")", mode="eval").body
    first, _ = source.place(start)
    for node in ast.walk(expression):
        if not hasattr(node, "lineno"):
            continue
        node.lineno, node.col_offset = moved(source, first, start, node.lineno, node.col_offset)
        node.end_lineno, node.end_col_offset = moved(source, first, start, node.end_lineno, node.end_col_offset)
    return expression


def moved(source, first, start, line, column):
    return source.place(start - 1 + column if line == 1 else source.offset(first + line - 1, column))


LITERAL = re.compile(rb"([A-Za-z]{0,2})('''|\"\"\"|'|\")")


def expression_ranges(data, start, end):
    """The ranges of the expressions in the string literals between two offsets, in the order of their nodes."""
    while start < end:
        start = Source.GAP.match(data, start).end()
        if start >= end:
            return
        literal = LITERAL.match(data, start)
        if literal is None:
            raise Disagreement(f"no string literal at byte {start}")
        prefix, quote = literal.group(1).lower(), literal.group(2)
        body = stop = literal.end()
        while not data.startswith(quote, stop):
            stop += 2 if data[stop : stop + 1] == b"\\" else 1
        if b"f" in prefix:
            yield from replacement_fields(data, body, stop, b"r" in prefix)[0]
        start = stop + len(quote)


def replacement_fields(data, position, end, raw, nested=False):
    """The expressions of a literal, or of a format specification, and where it ends; as in string_parser.c of 3.11."""
    found = []
    while position < end:
        character = data[position : position + 1]
        following = data[position + 1 : position + 2]
        if character == b"\\" and not raw:
            if following == b"N" and data[position + 2 : position + 3] == b"{":
                position = data.index(b"}", position) + 1
            else:
                position += 1 if following in (b"{", b"}") else 2
        elif character in (b"{", b"}") and not nested and following == character:
            position += 2
        elif character == b"{":
            ranges, position = replacement_field(data, position + 1, end, raw)
            found += ranges
        elif character == b"}":
            return found, position
        else:
            position += 1
    return found, position


def replacement_field(data, start, end, raw):
    position = expression_end(data, start, end)
    found = [(start, position)]
    if data[position : position + 1] == b"=":
        position = re.compile(rb"=\s*").match(data, position).end()
    if data[position : position + 1] == b"!":
        position = re.compile(rb"!\s*\w+\s*").match(data, position).end()
    if data[position : position + 1] == b":":
        nested, position = replacement_fields(data, position + 1, end, raw, nested=True)
        found += nested
    return found, position + 1


def expression_end(data, position, end):
    depth, quote = 0, b""
    while position < end:
        character = data[position : position + 1]
        if quote:
            if data.startswith(quote, position):
                position, quote = position + len(quote), b""
            else:
                position += 1
            continue
        if character in (b"'", b'"'):
            quote = character * 3 if data.startswith(character * 3, position) else character
            position += len(quote)
            continue
        if character in (b"(", b"[", b"{"):
            depth += 1
        elif depth == 0 and character in (b"!", b":", b"}", b"=", b"<", b">"):
            if character in (b"!", b"=", b"<", b">") and data[position + 1 : position + 2] == b"=":
                position += 2
                continue
            if character not in (b"<", b">"):
                return position
        elif character in (b")", b"]", b"}"):
            depth -= 1
        position += 1
    raise Disagreement(f"no end of the expression before byte {end}")


# symtable


def match_tables(root, table):
    """Gives each block the symbols of its table; the two trees must have the same shape."""
    pairs = [(root, table)]
    while pairs:
        block, table = pairs.pop()
        where = f"{block.kind} {block.name} in line {block.line}"
        if table.get_type() not in TABLE_TYPES[block.kind] or not is_named(block, table):
            raise Disagreement(f"{where} is {table.get_type()} {table.get_name()} for symtable")
        if block.kind != "module" and table.get_lineno() != block.line:
            raise Disagreement(f"{where} is in line {table.get_lineno()} for symtable")
        block.symbols = {symbol.get_name(): symbol for symbol in table.get_symbols()}
        children = table.get_children()
        if len(children) != len(block.children):
            found = [(child.get_type(), child.get_name(), child.get_lineno()) for child in children]
            expected = [(child.kind, child.name, child.line) for child in block.children]
            raise Disagreement(f"{where} has {expected}, for symtable {found}")
        pairs.extend(zip(block.children, children))


def is_named(block, table):
    if block.kind == "comprehension":
        return table.get_name() in (block.name, "genexpr")
    return table.get_name() == block.name


def bound_by(block, name):
    """The block whose variable the name is in this block."""
    symbol = block.symbols[name]
    if symbol.is_free():
        return owner_of_free(block, name)
    if is_local(block, symbol):
        return block
    of_class = block.sees_class
    if of_class is not None and name in of_class.symbols:
        in_class = of_class.symbols[name]
        if is_local(of_class, in_class):
            return of_class
    return None


def is_local(block, symbol):
    # symtable takes any table named top for the module, and what it binds for local whatever it declares.
    return symbol.is_local() and (block.kind == "module" or not (symbol.is_declared_global() or symbol.is_free()))


def owner_of_free(block, name):
    block = block.parent
    while block.kind != "module":
        if block.kind == "class":
            if name in CELLS_OF_CLASS:
                return block
        elif name in block.symbols and is_local(block, block.symbols[name]):
            return block
        block = block.parent
    raise Disagreement(f"{name} is free and nothing binds it")


def is_synthetic(block, name):
    return name.startswith(".") or (name in IMPLICIT and name not in block.occurrences)


# The answer


def numbered(root):
    blocks, rest = [], [root]
    while rest:
        block = rest.pop()
        if block.hidden:
            continue
        blocks.append(block)
        rest.extend(block.children)
    blocks.sort(key=lambda block: (block.start, block.depth, block.kind != "annotation"))
    for index, block in enumerate(blocks):
        block.id = index
    return blocks


def refuse_lone_stars(tree):
    # Refused by the compiler alone, which comes after symtable: nothing can be unpacked into here.
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.Expr, ast.NamedExpr)) and isinstance(node.value, ast.Starred):
            raise SyntaxError("can't use starred expression here")


def description(path, text):
    """The object of README.md."""
    source = Source(text)
    tree = ast.parse(source.text, path)
    refuse_lone_stars(tree)
    if MISPLACES_FSTRINGS:
        relocate_fstrings(source, tree)
    # symtable first refuses what it does not accept in the text as it is.
    table = symtable.symtable(source.text, path, "exec")
    walk = Walk(source, tree)
    if walk.edits:
        table = symtable.symtable(edited(source, walk.edits), path, "exec")
    match_tables(walk.root, table)
    blocks = numbered(walk.root)

    def places(offsets):
        return [list(source.place(offset)) for offset in sorted(offsets)]

    names, unevaluated = [], []
    for block in blocks:
        for name in block.occurrences:
            if name not in block.symbols:
                raise Disagreement(f"{name} is no symbol of {block.kind} {block.name} in line {block.line}")
        for name in sorted(block.symbols):
            if is_synthetic(block, name):
                continue
            occurrences = collections.defaultdict(set, block.occurrences.get(name, {}))
            owner = bound_by(block, name)
            names.append(
                {
                    "scope": block.id,
                    "name": name,
                    "flags": [flag for flag, answer in FLAGS if answer(block.symbols[name])],
                    "binding": 0 if owner is None else owner.id,
                    "definitions": places(occurrences["definitions"]),
                    "references": places(occurrences["references"]),
                    "declarations": places(occurrences["declarations"]),
                }
            )
        for name in sorted(block.unevaluated):
            unevaluated.append(
                {"scope": block.id, "name": name, "occurrences": places(block.unevaluated[name])}
            )
    scopes = [
        {
            "id": block.id,
            "kind": block.kind,
            "name": block.name,
            "parent": None if block.parent is None else block.parent.id,
            "start": block.start,
            "line": block.line,
        }
        for block in blocks
    ]
    return {"path": path, "scopes": scopes, "names": names, "unevaluated": unevaluated}


def described(path, text):
    """The same, or what is wrong with the text: {path, error: {type, message, line}}; {path, fault} where we are."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return description(path, text)
    except Disagreement as error:
        return {"path": path, "fault": str(error)}
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        line = getattr(error, "lineno", None)
        message = getattr(error, "msg", None) or str(error)
        return {"path": path, "error": {"type": type(error).__name__, "message": message, "line": line}}


def described_as_json(path, text):
    return json.dumps(described(path, text), separators=(",", ":"))


def read(path):
    with open(path, "rb") as file:
        data = file.read()
    encoding, _ = tokenize.detect_encoding(io.BytesIO(data).readline)
    mark = "\ufeff" if encoding == "utf-8-sig" else ""
    return mark + data.decode(encoding)


def main(arguments):
    if arguments == ["--pipe"]:
        for line in sys.stdin.buffer:
            request = json.loads(line)
            print(described_as_json(request["path"], request["text"]), flush=True)
        return
    for path in arguments:
        print(described_as_json(path, read(path)), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
