"""Who could sign on a day that is over stays as it was published."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.since.parts import lost_from
from actionplan.findings.rules import history
from actionplan.model.commitment import Commitment

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry


def check(was: Entry[DocumentPart], now: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check the handovers of a commitment against what they were."""
    before, after = was.model, now.model
    if not isinstance(before, Commitment) or not isinstance(after, Commitment) or now.is_damaged("handovers"):
        return
    for item in lost_from(before.handovers, after.handovers):
        place = now.place("handovers", before.handovers.index(item))
        yield history.HANDOVER_CHANGED.at(place, organisation=item.leaves, date=str(item.date))
