"""The data of a document: scalars, lists and records, each with its place in the file."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple, TypeAlias

Plain: TypeAlias = "str | int | bool | Decimal | tuple[Plain, ...] | dict[str, Plain]"
"""Data without places, as the models read it."""

Step: TypeAlias = str | int
"""One step into the data: a model's field name, or an index from 0."""


class Scalar(NamedTuple):
    """Represent one value; line and column from 1."""

    value: str | int | bool | Decimal
    line: int
    column: int


class Sequence(NamedTuple):
    """Represent a list of values."""

    items: list[Value]
    line: int
    column: int


class Member(NamedTuple):
    """Represent a record's entry: how the author spelled its key, where, and the value."""

    spelling: str
    line: int
    column: int
    value: Value


class Record(NamedTuple):
    """Hold entries by the model's English names, in the order of the file."""

    members: dict[str, Member]
    line: int
    column: int


Value: TypeAlias = Scalar | Sequence | Record


class Gap(NamedTuple):
    """Represent an entry whose value was refused, or part of it: where its record begins, and its key."""

    line: int
    column: int
    key: str


def without_positions(value: Value) -> Plain:
    """Reduce to plain data: dictionaries, tuples and scalars."""
    if isinstance(value, Scalar):
        return value.value
    if isinstance(value, Sequence):
        return tuple([without_positions(item) for item in value.items])
    return {name: without_positions(member.value) for name, member in value.members.items()}


def every_value(root: Value) -> Iterator[Value]:
    """Yield a value and all that it holds, in the order of the file."""
    pending = [root]
    while pending:
        value = pending.pop()
        yield value
        if isinstance(value, Record):
            pending.extend([member.value for member in reversed(value.members.values())])
        elif isinstance(value, Sequence):
            pending.extend(reversed(value.items))


class Found(NamedTuple):
    """Hold what stands at the end of some steps: the nearest value, its key as spelled, and its place."""

    spelling: str
    line: int
    column: int
    value: Value | None


def find(root: Value, steps: tuple[Step, ...], *, key: bool = False) -> Found:
    """Follow steps as far as they lead.

    Args:
        root: Where to begin.
        steps: The way into the data.
        key: Tell the place of the last key rather than of its value.
    """
    here: Value = root
    spelling, line, column = "", root.line, root.column
    for step in steps:
        if isinstance(here, Record) and step in here.members:
            member = here.members[str(step)]
            here, spelling = member.value, member.spelling
            line, column = (member.line, member.column) if key else (here.line, here.column)
        elif isinstance(here, Sequence) and isinstance(step, int) and step < len(here.items):
            here = here.items[step]
            line, column = here.line, here.column
        else:
            return Found(spelling, line, column, None)
    return Found(spelling, line, column, here)
