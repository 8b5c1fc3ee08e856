"""Figures in words: rounded half up, with what they leave open, and never a zero for what is not known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import METRICS, CommitmentMetrics, Figures, State
from actionplan.text.rounding import half_up

TITLES = {metric.key: metric.title for metric in METRICS}
"""What each figure is called, in Spanish."""

NO_REPORT = msg("sin reporte")
NO_DATES = msg("sin fechas")
_AT_LEAST = msg("al menos {percent}")
_AT_LEAST_SO_MANY = msg("al menos {count}")
_POINTS = msg("{number} puntos")
_POINT = msg("{number} punto")
_DAYS = msg("{number} días")
_DAY = msg("{number} día")
_NOTHING_LEFT = msg("todo se canceló")
_NOTHING_DUE = msg("nada por vencer")
_CLOSED = frozenset({State.COMPLETED, State.CANCELLED})


def percent(value: Fraction | Decimal | None, locale: Locale) -> str:
    """Return a percentage with at most one decimal place; empty if it is not known."""
    return "" if value is None else f"{_number(value, locale)} %"


def points(value: Fraction | Decimal | None, locale: Locale) -> str:
    """Return percentage points with their sign; empty if they are not known."""
    if value is None:
        return ""
    number = _number(abs(Fraction(value)), locale)
    sign = "" if number == "0" else "+" if value > 0 else "−"
    return locale.translate(_POINT if number == "1" else _POINTS).format(number=sign + number)


def days(count: int | None, locale: Locale) -> str:
    """Return a number of days, with a minus below zero; empty if it is not known."""
    if count is None:
        return ""
    number = ("−" if count < 0 else "") + locale.number(abs(count))
    return locale.translate(_DAY if abs(count) == 1 else _DAYS).format(number=number)


def progress(figures: Figures, locale: Locale) -> str:
    """Return reported progress: «al menos 42 %» while some activity has no report, «sin reporte» if none has."""
    if figures.real is None:
        return locale.translate(_NOTHING_LEFT if figures.state is State.CANCELLED else NO_REPORT)
    reported = percent(figures.real, locale)
    return reported if figures.coverage.is_whole else locale.translate(_AT_LEAST).format(percent=reported)


def overdue(commitments: Iterable[CommitmentMetrics], locale: Locale) -> str:
    """Return how many activities are overdue, as far as dates tell: «al menos 2» while some open one has no end."""
    listed = tuple(commitments)
    ends = [end for measured in listed for end in _open_ends(measured)]
    count = locale.number(sum(measured.figures.overdue for measured in listed))
    if None not in ends:
        return count
    if not any(ends):
        return locale.translate(NO_DATES)
    return locale.translate(_AT_LEAST_SO_MANY).format(count=count)


def due(measured: CommitmentMetrics, locale: Locale) -> str:
    """Return the next end of anything that is open, or why there is none."""
    if measured.figures.next_due:
        return locale.date(measured.figures.next_due)
    ends = tuple(_open_ends(measured))
    return locale.translate(NO_DATES if ends and not any(ends) else _NOTHING_DUE)


def _open_ends(measured: CommitmentMetrics) -> Iterator[date | None]:
    """Yield the ends of open activities, None where one is not known; without activities no end is known."""
    if not measured.actions:
        yield None
    for action in measured.actions:
        if not action.activities:
            yield None
        for activity in action.activities:
            if activity.figures.state not in _CLOSED:
                yield activity.schedule.end


def _number(value: Fraction | Decimal, locale: Locale) -> str:
    return locale.number(half_up(value, 1))
