"""The dates of activities as they were agreed by a day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from fractions import Fraction

from actionplan.metrics.means import NONE, WHOLE
from actionplan.metrics.results import Schedule
from actionplan.model import Activity, Rescheduling, Roadmap, ScheduleField

_DAY = timedelta(days=1)
_DAY_TWO = date.min + _DAY


def schedules(roadmap: Roadmap, day: date) -> dict[str, Schedule]:
    """Return the schedule of every activity that was in force on a day, and as first signed.

    A roadmap states the dates that are in force after all its reschedulings; those of later days are taken back.
    """
    reschedulings: dict[tuple[str, ScheduleField], list[Rescheduling]] = {}
    for item in sorted(roadmap.reschedulings, key=lambda item: item.date):
        reschedulings.setdefault((item.activity, item.field), []).append(item)

    def dates(activity: Activity, field: ScheduleField, written: date | None) -> tuple[date | None, date | None]:
        chain = reschedulings.get((activity.id, field))
        if not chain:
            return written, written
        by_then = [item.after for item in chain if item.date <= day]
        return (by_then[-1] if by_then else chain[0].before), chain[0].before

    dated = {}
    for activity in roadmap.activities:
        start, signed_start = dates(activity, ScheduleField.START, activity.start)
        end, signed_end = dates(activity, ScheduleField.END, activity.end)
        dated[activity.id] = Schedule(start, end, signed_start, signed_end)
    return dated


def expected(schedule: Schedule, day: date) -> Fraction | None:
    """Return progress due on a day, in percent: 0 up to the start, 100 from the end on, in proportion between them."""
    start, end = schedule.start, schedule.end
    if start is None or end is None:
        return None
    if day >= end:
        return WHOLE
    if day <= start:
        return NONE
    return Fraction(100 * (day - start).days, (end - start).days)


def breakpoints(schedule: Schedule) -> Iterator[date]:
    """Yield the days between which what is due grows evenly: the start and the end; what lasts a day is due at once."""
    start, end = schedule.start, schedule.end
    if start is not None and end is not None:
        yield end
        yield start if start < end else max(end, _DAY_TWO) - _DAY
