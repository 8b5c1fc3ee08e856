"""Which document of a plan is which of an earlier one: by kind and id, wherever the file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from actionplan.documents.kinds import Kind
from actionplan.model.process import Page
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

Key = tuple[Kind, str]
Pair: TypeAlias = "tuple[Entry[DocumentPart], Entry[DocumentPart]]"
"""A document as it was, and as it is."""


Keyed: TypeAlias = "dict[Key, list[Entry[DocumentPart]]]"
"""The documents of a plan by what they are; more than one where an id is taken twice."""


def key_of(entry: Entry[DocumentPart]) -> Key:
    """What makes a document the same one: its id, its commitment, or that there is only one of its kind."""
    model, kind = entry.model, entry.source_file.kind
    if isinstance(model, Report | Verification):
        return kind, f"{model.commitment}/{entry.stem}"
    if isinstance(model, Roadmap):
        return kind, model.commitment
    if isinstance(model, Page) or kind is Kind.TRANSLATION:
        return kind, entry.path
    return kind, "" if kind.is_settings else str(getattr(model, "id", ""))


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
