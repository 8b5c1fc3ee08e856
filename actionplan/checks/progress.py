"""What reports say of activities agrees with itself and with what they said before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from actionplan.findings.rules import numbers
from actionplan.model.current_reports import current_reports
from actionplan.model.records import ActivityReport, Report
from actionplan.model.vocabulary import ActivityState

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import CommitmentFile, Entry, Plan

_PERCENTS = {
    ActivityState.TO_BEGIN: range(1),
    ActivityState.UNDER_WAY: range(1, 100),
    ActivityState.COMPLETED: range(100, 101),
    ActivityState.CANCELLED: range(101),
}


def check(plan: Plan) -> Iterator[Finding]:
    """Check states and percentages, in each report and from one to the next."""
    for entry in plan.entries:
        if isinstance(entry.model, Report):
            yield from _within(entry, entry.model)
    for commitment_file in plan.commitment_files.values():
        if commitment_file.reports:
            standing = current_reports(commitment_file)
            yield from _backwards(standing)
            yield from _unproven(commitment_file, standing)


def _agrees(item: ActivityReport) -> bool:
    return item.percent in _PERCENTS[item.state]


def _within(entry: Entry[DocumentPart], model: Report) -> Iterator[Finding]:
    for index, item in enumerate(model.activities):
        steps = ("activities", index)
        if not _agrees(item):
            position = entry.position(*steps, "percent")
            yield numbers.PERCENT_OF_STATE.at(position, state=item.state.label, percent=item.percent)
        silent = item.reason is None and not entry.is_damaged(*steps, "reason")
        if item.state is ActivityState.CANCELLED and silent:
            yield numbers.CANCELLED_SILENTLY.at(entry.position(*steps, "state"), activity=item.activity)


def _backwards(reports: tuple[Entry[Report], ...]) -> Iterator[Finding]:
    before: dict[str, tuple[date, int]] = {}
    for report in reports:
        for index, item in enumerate(report.model.activities):
            if item.state is ActivityState.CANCELLED or not _agrees(item):
                continue
            when, last = before.get(item.activity, (date.min, 0))
            silent = item.reason is None and not report.is_damaged("activities", index, "reason")
            # A correction that was made since says why itself, and what was published before it cannot.
            if item.percent < last and silent and when <= report.model.date:
                position = report.position("activities", index, "percent")
                yield numbers.BACKWARDS.at(position, activity=item.activity, before=last, percent=item.percent)
            before[item.activity] = report.model.date, item.percent


def _unproven(commitment_file: CommitmentFile, reports: tuple[Entry[Report], ...]) -> Iterator[Finding]:
    """Say which activities end as completed without evidence for each means of verification that they declare."""
    if commitment_file.roadmap is None or any(report.damaged for report in reports):
        return
    last: dict[str, tuple[Entry[Report], int]] = {}
    shown: defaultdict[str, set[str | None]] = defaultdict(set)
    for report in reports:
        for index, item in enumerate(report.model.activities):
            last[item.activity] = report, index
            shown[item.activity].update(proof.proves for proof in item.evidence)
    for activity in commitment_file.roadmap.model.activities:
        missing = [means.id for means in activity.means_of_verification if means.id not in shown[activity.id]]
        if activity.id not in last or not missing:
            continue
        report, index = last[activity.id]
        item = report.model.activities[index]
        if item.state is ActivityState.COMPLETED and _agrees(item):
            position = report.position("activities", index, "state")
            yield numbers.UNPROVEN.at(position, activity=activity.id, means=", ".join(f"«{name}»" for name in missing))
