"""Small mistakes that somebody could make in a module, each as the text of the module that has it."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_FLIPPED = {
    ast.Lt: ast.GtE, ast.GtE: ast.Lt, ast.Gt: ast.LtE, ast.LtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In,
}  # fmt: skip
_NEXT = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt}
_OTHER = {"min": "max", "max": "min"}
_TYPES_ONLY = "TYPE_CHECKING"


Key = tuple[str, str, str, str, int]


class Mutant(NamedTuple):
    """One mistake at one place.

    Attributes:
        module: Path of the module from the root of the tree.
        function: The qualified name of what holds the mistake; empty at the top of the module.
        line: Its line, from 1.
        kind: What was done, such as ``comparison flipped``.
        nth: How many such mistakes the function allows further up.
        before: The expression as it is.
        after: The expression with the mistake.
        source: The whole text of the module with the mistake.
    """

    module: str
    function: str
    line: int
    kind: str
    nth: int
    before: str
    after: str
    source: str

    @property
    def key(self) -> Key:
        """What stays the same when the lines around it move."""
        return self.module, self.function, self.before, self.after, self.nth

    def __str__(self) -> str:
        return f"{self.module}:{self.line} {self.kind}: {self.before}  ->  {self.after}"


def mutants_of(source: str, module: str) -> list[Mutant]:
    """Return all mutants of a module, in the order of the text."""
    lines = source.encode().splitlines(keepends=True)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    text = b"".join(lines)
    found: list[Mutant] = []
    seen: Counter[tuple[str, str, str]] = Counter()
    for function, node, decides in _nodes(ast.parse(source), ""):
        begin = starts[node.lineno - 1] + node.col_offset
        end = starts[(node.end_lineno or node.lineno) - 1] + (node.end_col_offset or 0)
        mistakes = [*_mistakes(node), *([("branch never taken", "False")] if decides else [])]
        for kind, after in mistakes:
            changed = text[:begin] + f"({after})".encode() + text[end:]
            same = function, ast.unparse(node), after
            found.append(Mutant(module, function, node.lineno, kind, seen[same], *same[1:], changed.decode()))
            seen[same] += 1
    return found


def _nodes(parent: ast.AST, function: str) -> Iterator[tuple[str, ast.expr, bool]]:
    """Yield the expressions that run, each with the name of what holds it and whether a branch hangs on it.

    Annotations, what is imported for types alone, and f-strings are left out: these have no places of their own.
    """
    for name, value in ast.iter_fields(parent):
        if name in {"annotation", "returns", "type_params"}:
            continue
        for child in value if isinstance(value, list) else [value]:
            if not isinstance(child, ast.AST) or isinstance(child, ast.JoinedStr | ast.pattern):
                continue
            if isinstance(child, ast.If) and ast.unparse(child.test) == _TYPES_ONLY:
                continue
            inner = function
            if isinstance(child, ast.FunctionDef | ast.ClassDef):
                inner = f"{function}.{child.name}".lstrip(".")
            if isinstance(child, ast.expr):
                yield inner, child, name in {"test", "ifs"}
            yield from _nodes(child, inner)


def _mistakes(node: ast.expr) -> Iterator[tuple[str, str]]:
    """Yield each mistake that the outermost part of an expression allows: what was done, and the new expression."""
    match node:
        case ast.Compare():
            for index, way in enumerate(node.ops):
                for kind, other in (("comparison flipped", _FLIPPED), ("comparison made strict or not", _NEXT)):
                    if type(way) in other:
                        ops = [*node.ops[:index], other[type(way)](), *node.ops[index + 1 :]]
                        yield kind, ast.unparse(ast.Compare(node.left, ops, node.comparators))
        case ast.BoolOp():
            swapped = ast.Or() if isinstance(node.op, ast.And) else ast.And()
            yield "and, or swapped", ast.unparse(ast.BoolOp(swapped, node.values))
            for index in range(len(node.values)):
                rest = [*node.values[:index], *node.values[index + 1 :]]
                yield "term dropped", ast.unparse(rest[0] if len(rest) == 1 else ast.BoolOp(node.op, rest))
        case ast.Constant(value=int(number)) if not isinstance(number, bool):
            yield "constant + 1", str(number + 1)
        case ast.Name(id="min" | "max", ctx=ast.Load()):
            yield "min, max swapped", _OTHER[node.id]
        case _:
            return
