"""Which document of a plan is which of an earlier one: by kind and id, wherever the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from actionplan.model.references import DocumentKey, key_of

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

Pair: TypeAlias = "tuple[Entry[DocumentPart], Entry[DocumentPart]]"
"""A document as it was, and as it is."""


Keyed: TypeAlias = "dict[DocumentKey, list[Entry[DocumentPart]]]"
"""The documents of a plan by what they are; more than one where an id is taken twice."""


def keyed(plan: Plan) -> Keyed:
    """The documents of a plan by what they are."""
    found: Keyed = {}
    for entry in plan.entries:
        found.setdefault(key_of(entry), []).append(entry)
    return found


def counterparts(base: Plan, head: Plan) -> tuple[Pair, ...]:
    """The documents that are in both plans."""
    later = keyed(head)
    pairs = []
    for was in base.entries:
        same = later.get(key_of(was), [])
        # Of two that claim one id, the one that did not move is the one that had it.
        now = next((entry for entry in same if entry.path == was.path), same[0] if same else None)
        if now is not None:
            pairs.append((was, now))
    return tuple(pairs)
