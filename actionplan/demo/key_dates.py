"""The days of an invented plan: when it was made, when the forum met, and when each institution reports."""

from __future__ import annotations

from datetime import date, timedelta

BEGIN = date(2023, 1, 9)
END = date(2024, 11, 29)
"""The first and the last day of what roadmaps plan."""

TREES_DRAWN = date(2022, 6, 30)
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
_REPORT_DAYS = 6
"""Institutions report on six different days of the month, so that a correction fits before the next one."""


def report_days(institution: int) -> list[date]:
    """Return the days on which an institution reports: every month of the plan, on a day of its own."""
    day = _FIRST_DAY + institution % _REPORT_DAYS
    days_of_all = [date(year, month, day) for year in (BEGIN.year, CUTOFF.year) for month in range(1, 13)]
    return [report_day for report_day in days_of_all if report_day <= CUTOFF]


def session_before(day: date) -> date | None:
    """Return the last session before a day while the plan is carried out; None if there was none."""
    return max((session for session in SESSIONS if BEGIN <= session < day), default=None)


def session_id(day: date) -> str:
    """Return the id of the session of a day."""
    return f"sesion-{day}"


def days(number: int) -> timedelta:
    """Return that many days."""
    return timedelta(days=number)
