"""The items of two states of a list, matched by the field that names them or, where none does, by what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple, TypeAlias

from actionplan.model import Part

Parts: TypeAlias = tuple[Part, ...]
Pairs: TypeAlias = list[tuple[int, int]]


class Items(NamedTuple):
    """Represent the items of two states of a list, by their indices.

    Attributes:
        pairs: Where each item that is in both was, and where it is.
        gone: Those that only the earlier list has.
        come: Those that only the later list has.
        is_reordered: Whether items that are in both stand in another order.
    """

    pairs: Pairs
    gone: list[int]
    come: list[int]
    is_reordered: bool


def align(before: Parts, after: Parts, identity: str) -> Items:
    """Match the items of two states of a list; one that only has another place in it neither went nor came.

    Args:
        before: The list as it was.
        after: The list as it is.
        identity: The field that names an item among its siblings; empty if none does.
    """
    old, new = (names_of(items, identity) for items in (before, after))
    pairs = [(old.index(name), index) for index, name in enumerate(new) if name in old]
    reordered = is_reordered(old, new)
    if not identity:
        pairs, reordered = list(_pairs_by_content(before, after)), False
    gone = [index for index in range(len(before)) if index not in {was for was, _ in pairs}]
    come = [index for index in range(len(after)) if index not in {now for _, now in pairs}]
    for was in tuple(gone):
        twin = next((now for now in come if before[was] == after[now]), None)
        if twin is not None:
            gone.remove(was)
            come.remove(twin)
            reordered = True
    return Items(pairs, gone, come, reordered)


def names_of(items: Parts, identity: str) -> list[str]:
    """Return what names each item among its siblings: a field of it, or its number, from 1."""
    return [str(getattr(item, identity) if identity else number) for number, item in enumerate(items, 1)]


def is_reordered(before: Sequence[str], after: Sequence[str]) -> bool:
    """Return whether the names that are in both lists stand in another order."""
    return [name for name in before if name in after] != [name for name in after if name in before]


def flat_values(part: Part) -> tuple[object, ...]:
    """Return all that a part holds, in order; what it lacks left out."""
    return tuple(_values_of(part))


def _pairs_by_content(before: Parts, after: Parts) -> Iterator[tuple[int, int]]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in {"equal", "replace"}:
            yield from zip(range(start, end), range(new_start, new_end), strict=False)


def _values_of(value: object) -> Iterator[object]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _values_of(getattr(value, name))
    elif isinstance(value, tuple) and any(isinstance(item, Part) for item in value):
        for item in value:
            yield from _values_of(item)
    elif value not in (None, ()):
        yield value
