"""Compares the code of renamed modules with that of the originals.

Reads one JSON object a line: {"path", "before", "after", "names": [[old, new], ...]}, and writes one a line:
{"path", "difference"}, where the difference is null, a sentence, or "unparsed" when the original does not compile.
Two modules are the same when their code objects are, instruction by instruction, but for the names: a name stays or
becomes one that it is renamed to, the same one wherever it is the same variable.
"""

import dis
import json
import re
import sys
import types

CELLS = {"LOAD_CLOSURE", "MAKE_CELL"}


class Different(Exception):
    """What differs, as a sentence."""


class Names:
    """What each name becomes, the same for all that is one variable."""

    def __init__(self, pairs):
        self.allowed = {}
        for old, new in pairs:
            self.allowed.setdefault(old, set()).add(new)
        self.globals = {}

    def check(self, old, new, known, where):
        # Names of a class body are mangled, but their ends are what they were written as.
        if old != new and not any(
            old.endswith(name) and new == old[: len(old) - len(name)] + other
            for name, others in self.allowed.items()
            for other in others
        ):
            raise Different(f"{where}: {old} became {new}")
        if known is not None and known.setdefault(old, new) != new:
            raise Different(f"{where}: {old} is both {known[old]} and {new}")

    def check_text(self, old, new, where):
        if old == new:
            return
        words = re.split(r"(\W+)", old)
        others = re.split(r"(\W+)", new)
        if len(words) != len(others):
            raise Different(f"{where}: {old!r} became {new!r}")
        for word, other in zip(words, others):
            self.check(word, other, None, where)


def constants(names, old, new, where):
    if type(old) is not type(new):
        raise Different(f"{where}: {old!r} became {new!r}")
    if isinstance(old, types.CodeType):
        compare(names, old, new)
    elif isinstance(old, str):
        names.check_text(old, new, where)
    elif isinstance(old, tuple):
        if len(old) != len(new):
            raise Different(f"{where}: {old!r} became {new!r}")
        for one, other in zip(old, new):
            constants(names, one, other, where)
    elif isinstance(old, frozenset):
        if len(old) != len(new):
            raise Different(f"{where}: {old!r} became {new!r}")
        for one, other in zip(sorted(old, key=repr), sorted(new, key=repr)):
            constants(names, one, other, where)
    elif repr(old) != repr(new):
        raise Different(f"{where}: {old!r} became {new!r}")


def instructions(code):
    """The instructions, runs of those that name cells as sets: cells are sorted by their names.

    CPython compiles a call of a method of what has the name of an imported module in another way, whatever scope the
    name is of, so the two ways are made one. Where two things share a name and one is renamed there is one name more, so
    that the index of another may need an EXTENDED_ARG.
    """
    run = []
    for one in dis.get_instructions(code):
        if one.opname in ("PUSH_NULL", "EXTENDED_ARG"):
            continue
        if one.opname in CELLS:
            run.append(one)
            continue
        if run:
            yield run
            run = []
        yield one
    if run:
        yield run


def compare(names, old, new):
    where = old.co_qualname if hasattr(old, "co_qualname") else old.co_name
    names.check_text(old.co_name, new.co_name, where)
    for field in ("co_argcount", "co_posonlyargcount", "co_kwonlyargcount", "co_flags", "co_nlocals"):
        if getattr(old, field) != getattr(new, field):
            raise Different(f"{where}: {field} was {getattr(old, field)} and is {getattr(new, field)}")
    variables = {}
    for one, other in zip(old.co_varnames, new.co_varnames):
        names.check(one, other, variables, where)
    ours, theirs = list(instructions(old)), list(instructions(new))
    if len(ours) != len(theirs):
        raise Different(f"{where}: {len(ours)} instructions became {len(theirs)}")
    places, others = places_of(ours), places_of(theirs)
    for one, other in zip(ours, theirs):
        if isinstance(one, list) or isinstance(other, list):
            cells(names, one, other, variables, where)
            continue
        if kind_of(one) != kind_of(other):
            raise Different(f"{where}: {one.opname} became {other.opname} {other.argrepr}")
        if one.opcode in dis.hasjrel or one.opcode in dis.hasjabs:
            if next_place(places, one.argval) != next_place(others, other.argval):
                raise Different(f"{where}: {one.opname} leads elsewhere")
        else:
            operands(names, one, other, variables, where)


def kind_of(instruction):
    return "LOAD_ATTR" if instruction.opname == "LOAD_METHOD" else instruction.opname


def places_of(listed):
    """The place of each instruction among the others, by its offset."""
    return {(one[0] if isinstance(one, list) else one).offset: place for place, one in enumerate(listed)}


def next_place(places, offset):
    later = [place for start, place in places.items() if start >= offset]
    return min(later, default=len(places))


def cells(names, one, other, variables, where):
    if not isinstance(one, list) or not isinstance(other, list) or len(one) != len(other):
        raise Different(f"{where}: other cells")
    wanted = {item.argval for item in other}
    for item in one:
        known = variables.get(item.argval)
        found = {known} if known else {item.argval, *names.allowed.get(item.argval, ())}
        if not found & wanted:
            raise Different(f"{where}: no cell of {item.argval}")


def operands(names, one, other, variables, where):
    if one.opcode in dis.hasconst or isinstance(one.argval, (types.CodeType, tuple)):
        constants(names, one.argval, other.argval, where)
    elif one.opcode in dis.haslocal or one.opcode in dis.hasfree:
        pair = lambda value: value if isinstance(value, tuple) else (value,)
        for old, new in zip(pair(one.argval), pair(other.argval)):
            names.check(old, new, variables, where)
    elif one.opcode in dis.hasname:
        isglobal = one.opname in ("LOAD_GLOBAL", "STORE_GLOBAL", "DELETE_GLOBAL")
        names.check(one.argval, other.argval, names.globals if isglobal else None, where)
    elif one.arg != other.arg:
        raise Different(f"{where}: {one.opname} {one.argrepr} became {other.argrepr}")


def difference(path, before, after, pairs):
    try:
        old = compile(before, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError):
        return "unparsed"
    try:
        new = compile(after, path, "exec", dont_inherit=True)
    except (SyntaxError, ValueError) as error:
        return f"does not compile: {error}"
    try:
        compare(Names(pairs), old, new)
    except Different as found:
        return str(found)
    return None


def main():
    sys.setrecursionlimit(20_000)
    for line in sys.stdin:
        asked = json.loads(line)
        found = difference(asked["path"], asked["before"], asked["after"], asked["names"])
        print(json.dumps({"path": asked["path"], "difference": found}), flush=True)


if __name__ == "__main__":
    main()
