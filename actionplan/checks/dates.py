"""Dates run forward, parts lie within the whole, and records tell what had happened by then."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from actionplan.documents.values import Step
from actionplan.findings.rules import dates
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.process import Phase, Table
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap
from actionplan.model.settings import PlanIdentity
from actionplan.model.vocabulary import ScheduleField

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import CommitmentFile, Entry, Plan

_ACTION = msg("las fechas de la acción clave")
_COMMITMENT = msg("las fechas del compromiso")
_PLAN = msg("el periodo del plan")
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")


class _Span(NamedTuple):
    """Two days, both included and each perhaps unknown, with the words for what they bound."""

    start: date | None
    end: date | None
    where: str

    @property
    def is_straight(self) -> bool:
        return not (self.start and self.end and self.end < self.start)


def check(plan: Plan) -> Iterator[Finding]:
    """Check every pair of dates, dates against those of what contains them, and records against the calendar."""
    for entry in plan.entries:
        for steps, start, end in _pairs(entry.model):
            if start and end and end < start:
                yield dates.END_BEFORE_START.at(entry.position(*steps), start=str(start), end=str(end))
        if isinstance(entry.model, Report | Verification):
            yield from _signed(entry, entry.model, plan)
    period = _period(plan.identity)
    for commitment_file in plan.commitment_files.values():
        yield from _of_commitment(commitment_file, period)
        yield from _in_sequence(commitment_file)


def _pairs(model: DocumentPart) -> Iterator[tuple[tuple[Step, ...], date | None, date | None]]:
    """Where each end stands, with its start and itself."""
    if isinstance(model, Phase | Table | Commitment):
        yield ("end",), model.start, model.end
    elif isinstance(model, Roadmap):
        for number, action in enumerate(model.actions):
            yield ("actions", number, "end"), action.start, action.end
            for index, activity in enumerate(action.activities):
                yield ("actions", number, "activities", index, "end"), activity.start, activity.end
    elif isinstance(model, Report):
        for index, item in enumerate(model.activities):
            yield ("activities", index, "actual_end"), item.actual_start, item.actual_end
    elif isinstance(model, PlanIdentity):
        for index, window in enumerate(model.rules.amendment_windows):
            yield ("settings", "amendment_windows", index, "end"), window.start, window.end


def _period(identity: PlanIdentity) -> _Span:
    """The plan's years as its period tells them, whole: drafts begin before it is published, extensions end later."""
    years = _YEAR.findall(f"{identity.period} {identity.extended_period}")
    if not years or min(years) == "0000":
        return _Span(None, None, _PLAN)
    return _Span(date(int(min(years)), 1, 1), date(int(max(years)), 12, 31), _PLAN)


def _of_commitment(commitment_file: CommitmentFile, period: _Span) -> Iterator[Finding]:
    entry, model = commitment_file.commitment, commitment_file.commitment.model
    span = _Span(model.start, model.end, _COMMITMENT)
    yield from _outside(entry, (), span, (period,))
    if commitment_file.roadmap:
        around = (span, period) if span.is_straight else (period,)
        yield from _of_roadmap(commitment_file.roadmap, around)


def _of_roadmap(entry: Entry[Roadmap], around: tuple[_Span, ...]) -> Iterator[Finding]:
    for number, action in enumerate(entry.model.actions):
        span = _Span(action.start, action.end, _ACTION)
        yield from _outside(entry, ("actions", number), span, around)
        inner = (span, *around) if span.is_straight else around
        for index, activity in enumerate(action.activities):
            steps = ("actions", number, "activities", index)
            yield from _outside(entry, steps, _Span(activity.start, activity.end, ""), inner)
    for number, indicator in enumerate(entry.model.indicators):
        days: list[date] = []
        for index, target in enumerate(indicator.targets):
            found = list(_misplaced(entry, ("indicators", number, "targets", index, "date"), target.date, around))
            yield from found
            days += [] if found else [target.date]
        if indicator.baseline and days and indicator.baseline.date > min(days):
            position = entry.position("indicators", number, "baseline", "date")
            yield dates.BASELINE_AFTER_TARGET.at(position, date=str(indicator.baseline.date), target=str(min(days)))


def _outside(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], span: _Span, around: tuple[_Span, ...]
) -> Iterator[Finding]:
    if span.is_straight:  # else that is the mistake
        for field, day in (("start", span.start), ("end", span.end)):
            yield from _misplaced(entry, (*steps, field), day, around)


def _misplaced(
    entry: Entry[DocumentPart], steps: tuple[Step, ...], day: date | None, around: tuple[_Span, ...]
) -> Iterator[Finding]:
    """Say that a day is too early or too late for what is around it, the nearest that tells first."""
    early = next((span for span in around if span.start), None)
    late = next((span for span in around if span.end), None)
    if day and early and early.start and day < early.start:
        broken = early
    elif day and late and late.end and day > late.end:
        broken = late
    else:
        return
    start, end = broken.start or "…", broken.end or "…"
    yield dates.OUTSIDE.at(entry.position(*steps), date=str(day), where=broken.where, start=str(start), end=str(end))


def _signed(entry: Entry[DocumentPart], model: Report | Verification, plan: Plan) -> Iterator[Finding]:
    """Check a record against the cut-off, and what a report tells against its own date."""
    if plan.identity_entry and model.date > plan.identity.cutoff:
        cutoff = str(plan.identity.cutoff)
        yield dates.AFTER_CUTOFF.at(entry.position("date"), date=str(model.date), cutoff=cutoff)
    for steps, day in _told(model) if isinstance(model, Report) else ():
        if day > model.date:
            yield dates.AFTER_THE_REPORT.at(entry.position(*steps), date=str(day), report=str(model.date))


def _in_sequence(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check that the work comes first, then the report, then what is said of the report."""
    beginning = _beginning(commitment_file)
    days = {report.stem: report.model.date for report in commitment_file.reports}
    for report in commitment_file.reports:
        if beginning and report.model.date < beginning:
            position, start = report.position("date"), str(beginning)
            yield dates.BEFORE_THE_WORK.at(position, date=str(report.model.date), start=start)
    about = [
        *((report, report.model.date, report.model.corrects) for report in commitment_file.reports),
        *((item, item.model.date, item.model.report) for item in commitment_file.verifications),
    ]
    for entry, day, name in about:
        if name in days and day < days[name]:
            yield dates.BEFORE_THE_REPORT.at(entry.position("date"), date=str(day), report=str(days[name]))


def _beginning(commitment_file: CommitmentFile) -> date | None:
    """The first day on which the commitment may have been at work, as planned at any time; None if it is unknown."""
    start, roadmap = commitment_file.commitment.model.start, commitment_file.roadmap
    if start is None or roadmap is None:
        return start
    planned = [activity.start for activity in roadmap.model.activities if activity.start]
    moved = [item.before for item in roadmap.model.reschedulings if item.field is ScheduleField.START]
    return min([start, *planned, *moved])


def _told(model: Report) -> Iterator[tuple[tuple[Step, ...], date]]:
    """The days of the past that a report tells of."""
    for index, item in enumerate(model.activities):
        steps: tuple[Step, ...] = ("activities", index)
        if _Span(item.actual_start, item.actual_end, "").is_straight:  # else that is the mistake
            if item.actual_start:
                yield (*steps, "actual_start"), item.actual_start
            if item.actual_end:
                yield (*steps, "actual_end"), item.actual_end
        for at, proof in enumerate(item.evidence):
            if proof.seen:
                yield (*steps, "evidence", at, "seen"), proof.seen
    for index, measurement in enumerate(model.measurements):
        yield ("measurements", index, "date"), measurement.date
