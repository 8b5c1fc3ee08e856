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

LISTS = {HandoverRole.LEAD: "leads", HandoverRole.PARTNER: "partners"}
"""The field that tells who answers for a commitment now, by role."""


def check(plan: Plan) -> Iterator[Finding]:
    """Check the handovers of each commitment against each other and against who answers for it now."""
    for commitment_file in plan.commitment_files.values():
        entry = commitment_file.commitment
        yield from _in_order(entry)
        if not are_unsure(entry):
            yield from _held(entry)


def are_unsure(entry: Entry[Commitment]) -> bool:
    """Whether the handovers of a commitment lost something that was refused: a way out, or the way back."""
    sides = [("handovers", at, side) for at in range(len(entry.model.handovers)) for side in ("leaves", "enters")]
    return entry.is_damaged("handovers") or any(entry.is_damaged(*side) for side in sides)


def _in_order(entry: Entry[Commitment]) -> Iterator[Finding]:
    for index, (before, item) in enumerate(pairwise(entry.model.handovers), 1):
        if item.date < before.date:
            position = entry.position("handovers", index, "date")
            yield second_key.HANDOVERS_OUT_OF_ORDER.at(position, date=str(item.date), previous=str(before.date))


def _held(entry: Entry[Commitment]) -> Iterator[Finding]:
    # By their dates, so that a list out of order is one finding.
    by_date = sorted(enumerate(entry.model.handovers), key=lambda pair: pair[1].date)
    for at, (index, item) in enumerate(by_date):
        if item.leaves is None and item.enters is None:
            leaves, enters = map(entry.keys.author, ("leaves", "enters"))
            yield second_key.HANDOVER_OF_NOBODY.at(entry.position("handovers", index), leaves=leaves, enters=enters)
        if entry.is_damaged(LISTS[item.role]):
            continue
        holders = entry.model.holders(item.role)
        later = [after for _, after in by_date[at + 1 :] if after.role is item.role]
        told = {"date": str(item.date), "key": entry.keys.author(LISTS[item.role])}
        if item.leaves and item.leaves in holders and not any(item.leaves == it.enters for it in later):
            yield second_key.LEFT_AND_STAYS.at(
                entry.position("handovers", index, "leaves"), organisation=item.leaves, **told
            )
        if item.enters and item.enters not in holders and not any(item.enters == it.leaves for it in later):
            yield second_key.ENTERED_AND_IS_NOT.at(
                entry.position("handovers", index, "enters"), organisation=item.enters, **told
            )
