"""The changes of one document after another, for the rules of history to judge."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.matching import AnyEntry, Pair


class Edit(NamedTuple):
    """Hold the changes of one document, which is the same one before and after unless it went or came."""

    comparison: Comparison
    was: AnyEntry
    now: AnyEntry
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds."""
        return tuple(change for change in self.changes if change.kind in kinds)

    def within(self, *fields: str) -> tuple[Change, ...]:
        """Return the changes within some fields of the document."""
        return tuple(change for change in self.changes if not set(change.difference.steps[:1]).isdisjoint(fields))


def edits_of(comparison: Comparison) -> Iterator[Edit]:
    """Yield the documents that change, each with its changes."""
    by_document: defaultdict[Pair, list[Change]] = defaultdict(list)
    for change in comparison.written:
        if change.pair:
            by_document[change.pair].append(change)
    for (was, now), changes in by_document.items():
        yield Edit(comparison, was, now, tuple(changes))
