"""Dates run forward."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from actionplan.documents.values import Step
from actionplan.findings.rules import dates
from actionplan.model.commitment import Commitment
from actionplan.model.process import Phase, Table
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

Span = tuple[tuple[Step, ...], date | None, date | None]


def check(plan: Plan) -> Iterator[Finding]:
    """Check that ends follow starts, and that no record is dated after the cut-off."""
    for entry in plan.entries:
        for steps, start, end in _spans(entry.model):
            if start and end and end < start:
                yield dates.END_BEFORE_START.at(entry.place(*steps, "end"), start=str(start), end=str(end))
        if isinstance(entry.model, Report | Verification):
            yield from _after_cutoff(entry, entry.model.date, plan)


def _spans(model: DocumentPart) -> Iterator[Span]:
    if isinstance(model, Phase | Table | Commitment):
        yield (), model.start, model.end
    elif isinstance(model, Roadmap):
        for number, action in enumerate(model.actions):
            yield ("actions", number), action.start, action.end
            for index, activity in enumerate(action.activities):
                yield ("actions", number, "activities", index), activity.start, activity.end


def _after_cutoff(entry: Entry[DocumentPart], day: date, plan: Plan) -> Iterator[Finding]:
    if plan.identity_entry and day > plan.identity.cutoff:
        cutoff = plan.identity.cutoff.isoformat()
        yield dates.AFTER_CUTOFF.at(entry.place("date"), date=day.isoformat(), cutoff=cutoff)
