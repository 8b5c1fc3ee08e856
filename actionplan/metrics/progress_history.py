"""How progress came about: a commitment on each day on which its records, or its schedule, turned a figure."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.groups import Mean, mean_of
from actionplan.metrics.measure import counts, progress_between
from actionplan.model import CommitmentFile, Plan

MOST_SNAPSHOTS = 36
"""As many points of time as the progress of a whole plan is told at."""


class Snapshot(NamedTuple):
    """Represent a commitment on a day.

    Attributes:
        date: The day.
        records: Paths of the documents that changed something on it; none for its start, for the cut-off, where the
            schedule alone turns, and for the eve of its rescheduling.
        real: Reported progress, in percent.
        verified: Verified progress.
        expected: Progress due, by the schedule in force on that day.
    """

    date: date
    records: tuple[str, ...]
    real: Fraction | None
    verified: Fraction | None
    expected: Fraction | None


class PlanSnapshot(NamedTuple):
    """Represent a plan on a day: means of the commitments that count and have a figure."""

    date: date
    real: Mean
    verified: Mean


def snapshots(commitment_file: CommitmentFile, plan: Plan) -> tuple[Snapshot, ...]:
    """Tell the past of a commitment, in the order of time; nothing if no report had been made by the cut-off.

    A later record never changes an earlier moment: each is measured with what had been said by its day. Between two
    moments what is expected grows evenly, for there is one wherever an activity begins or ends, and on the eve of each
    rescheduling; only where a report cancels an activity it steps on that day.
    """
    cutoff = plan.identity.cutoff
    records = _records(commitment_file, cutoff)
    if not any(report.model.date <= cutoff for report in commitment_file.reports):
        return ()
    starts = [
        activity.start for activity in (commitment_file.roadmap.model.activities if commitment_file.roadmap else ())
    ]
    first = min((start for start in starts if start), default=cutoff)
    days = sorted({min(first, *records), cutoff, *records})
    road = commitment_file.roadmap.path if commitment_file.roadmap else ""
    eves = {day - timedelta(days=1) for day, paths in records.items() if road in paths}
    return tuple(
        Snapshot(day, tuple(records.get(day, ())), progress.real, progress.verified, progress.expected)
        for begins, ends in zip(days, [*days[1:], cutoff], strict=True)
        for day, progress in progress_between(commitment_file, plan, begins, ends, eves)
    )


def histories(plan: Plan) -> dict[str, tuple[Snapshot, ...]]:
    """Return the past of every commitment of a plan, by id."""
    return {name: snapshots(commitment_file, plan) for name, commitment_file in plan.commitment_files.items()}


def plan_snapshots(plan: Plan, histories: Mapping[str, tuple[Snapshot, ...]]) -> tuple[PlanSnapshot, ...]:
    """Tell the past of a plan at the ends of months, or of as many months as keep it short, and at the cut-off.

    Args:
        plan: The plan.
        histories: The moments of its commitments, by id.
    """
    begun = [past[0].date for past in histories.values() if past]
    if not begun:
        return ()
    days = {name: [snapshot.date for snapshot in past] for name, past in histories.items()}
    return tuple(
        PlanSnapshot(
            day, mean_of(snapshot.real for snapshot in latest), mean_of(snapshot.verified for snapshot in latest)
        )
        for day in _ends(min(begun), plan.identity.cutoff)
        if (
            latest := [
                past[index - 1]
                for name, past in histories.items()
                if (index := bisect_right(days[name], day))
                and counts(plan.commitment_files[name].commitment.model, day)
            ]
        )
    )


def _records(commitment_file: CommitmentFile, cutoff: date) -> dict[date, list[str]]:
    """Return the documents of each day that can change a figure."""
    dated = [(entry.model.date, entry.path) for entry in commitment_file.reports]
    dated += [(entry.model.date, entry.path) for entry in commitment_file.verifications]
    if commitment_file.roadmap:
        dated += [(item.date, commitment_file.roadmap.path) for item in commitment_file.roadmap.model.reschedulings]
    by_day: dict[date, list[str]] = {}
    for day, path in sorted(dated):
        if day <= cutoff and path not in by_day.setdefault(day, []):
            by_day[day].append(path)
    return by_day


def _ends(first: date, cutoff: date) -> list[date]:
    """Return the last days of months from one day to another, evenly thinned out, and the last day itself."""
    months = range(first.year * 12 + first.month, cutoff.year * 12 + cutoff.month)
    step = max(1, -(-len(months) // (MOST_SNAPSHOTS - 1)))
    ends = (date(month // 12, month % 12 + 1, 1) - timedelta(days=1) for month in months[::-step][::-1])
    return [*ends, cutoff]
