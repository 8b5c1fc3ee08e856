"""The days of an invented plan: when it was made, when the forum met, and when each institution reports."""

from __future__ import annotations

from datetime import date, timedelta

BEGIN = date(2023, 1, 9)
END = date(2024, 11, 29)
"""The first and the last day of what roadmaps plan."""

PUBLISHED = date(2022, 12, 12)
CUTOFF = date(2024, 10, 31)
"""A month before the end: some work is late, some overdue, some still has time."""

SESSIONS = tuple(
    day
    for year in (2022, 2023, 2024)
    for month, number in ((3, 10), (6, 9), (9, 8), (12, 8))
    if (day := date(year, month, number)) <= CUTOFF
)

_FIRST_DAY = 20
_DESKS = 6
"""Institutions report on six different days of the month, so that a correction fits before the next one."""


def report_days(institution: int) -> tuple[date, ...]:
    """When an institution reports: every month of the plan, on a day of its own."""
    day = _FIRST_DAY + institution % _DESKS
    months = [(year, month) for year in (BEGIN.year, CUTOFF.year) for month in range(1, 13)]
    return tuple(moment for year, month in months if (moment := date(year, month, day)) <= CUTOFF)


def session_before(day: date) -> date | None:
    """The last session of the plan's life that could still agree on a change of a day; None if there was none."""
    return max((moment for moment in SESSIONS if BEGIN <= moment < day), default=None)


def days(number: int) -> timedelta:
    """So many days."""
    return timedelta(days=number)
