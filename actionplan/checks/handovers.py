"""Who left a commitment is not there any more, and who took over is."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from actionplan.findings.rules import second_key
from actionplan.model.vocabulary import HandoverRole

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.commitment import Commitment
    from actionplan.model.plan import Entry, Plan

_LISTS = {HandoverRole.LEAD: "leads", HandoverRole.PARTNER: "partners"}


def check(plan: Plan) -> Iterator[Finding]:
    """Check the handovers of each commitment against each other and against who answers for it now."""
    for dossier in plan.dossiers.values():
        entry = dossier.commitment
        yield from _in_order(entry)
        if not entry.is_damaged("handovers"):  # else the way back, or the way out, may be what was refused
            yield from _held(entry)


def _in_order(entry: Entry[Commitment]) -> Iterator[Finding]:
    for index, (before, item) in enumerate(pairwise(entry.model.handovers), 1):
        if item.date < before.date:
            place = entry.place("handovers", index, "date")
            yield second_key.HANDOVERS_OUT_OF_ORDER.at(place, date=str(item.date), previous=str(before.date))


def _held(entry: Entry[Commitment]) -> Iterator[Finding]:
    # By their dates, so that a list out of order is one finding.
    by_date = sorted(enumerate(entry.model.handovers), key=lambda pair: pair[1].date)
    for at, (index, item) in enumerate(by_date):
        if entry.is_damaged(_LISTS[item.role]):
            continue
        holders = entry.model.holders(item.role)
        later = [after for _, after in by_date[at + 1 :] if after.role is item.role]
        told = {"date": str(item.date), "key": entry.keys.author(_LISTS[item.role])}
        if item.leaves in holders and not any(item.leaves == it.enters for it in later):
            yield second_key.LEFT_AND_STAYS.at(
                entry.place("handovers", index, "leaves"), organisation=item.leaves, **told
            )
        if item.enters and item.enters not in holders and not any(item.enters == it.leaves for it in later):
            yield second_key.ENTERED_AND_IS_NOT.at(
                entry.place("handovers", index, "enters"), organisation=item.enters, **told
            )
