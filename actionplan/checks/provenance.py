"""Every fact names its source."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.finding import Finding, Place
from actionplan.findings.rules import provenance

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry


def check(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that provenance covers each present fact and each heading of a document."""
    if not entry.model.sourced or entry.is_damaged("provenance") or entry.is_sourced_as_a_whole:
        return
    for spot in entry.spots:
        if spot.factual and entry.provenance_of(spot) is None:
            place = Place(entry.path, spot.line) if spot.line else entry.place(*spot.steps, key=True)
            name = entry.keys.author("provenance")
            yield provenance.NO_SOURCE.at(place, title=spot.title, address=spot.address, provenance=name)
