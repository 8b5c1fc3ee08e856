"""Every fact names its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.finding import Finding, Position
from actionplan.findings.rules import provenance

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that provenance covers each present fact and each heading of a document."""
    if not entry.model.sourced or entry.is_damaged("provenance") or entry.is_sourced_as_a_whole:
        return
    for ref in entry.field_refs:
        if ref.factual and entry.provenance_of(ref) is None:
            position = Position(entry.path, ref.line) if ref.line else entry.position(*ref.steps, key=True)
            name = entry.keys.author("provenance")
            yield provenance.NO_SOURCE.at(position, title=ref.title, address=ref.address, provenance=name)
