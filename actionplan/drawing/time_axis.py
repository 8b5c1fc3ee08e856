"""Where days stand along a line, and which months or years get a name below it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from actionplan.language.locale import Locale
from actionplan.text.width import text_width

BESIDE = 4
"""Between a tick and its name, in px."""

_LEAST_TICK = 20
_MONTHS = (1, 2, 3, 6)
_YEARS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_YEAR = 12


class Tick(NamedTuple):
    """Hold the first day of a month or year, and its name; empty if it would pass the end of the axis."""

    day: date
    name: str


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Map from days to px, in whole months.

    Attributes:
        first: The first day of the first month.
        last: The last day of the last month.
        left: Where the first day begins, in px.
        right: Where the last day ends, in px.
    """

    first: date
    last: date
    left: int
    right: int

    @classmethod
    def around(cls, days: Iterable[date], left: int, right: int) -> TimeAxis:
        """Return the axis of the whole months that hold some days; at least one day is due."""
        found = tuple(days)
        first, last = min(found), max(found)
        return cls(first.replace(day=1), last.replace(day=monthrange(last.year, last.month)[1]), left, right)

    def at(self, day: date, after: int = 0) -> int:
        """Return where a day starts, or as many days after it."""
        first = self.first.toordinal()
        days = self.last.toordinal() + 1 - first
        return self.left + (day.toordinal() + after - first) * (self.right - self.left) // days

    def ticks(self, locale: Locale, size: int) -> tuple[Tick, ...]:
        """Return the first days of months or years, as many as have room for their names at a font size in px."""

        def end(tick: Tick) -> int:
            return self.at(tick.day) + BESIDE + text_width(tick.name, size)

        first, last = _month(self.first), _month(self.last)
        ticks: list[Tick] = []
        for months in (*_MONTHS, *(_YEAR * years for years in _YEARS)):
            if (last - first) // months * _LEAST_TICK > self.right - self.left:
                continue  # spares naming thousands of months to find that they do not fit
            ticks = [_tick(count, months, locale) for count in range(-(-first // months) * months, last + 1, months)]
            if all(end(tick) <= self.at(following.day) for tick, following in pairwise(ticks)):
                break
        return tuple(tick if end(tick) <= self.right else tick._replace(name="") for tick in ticks)


def _month(day: date) -> int:
    """Return months since the year 0."""
    return day.year * _YEAR + day.month - 1


def _tick(count: int, months: int, locale: Locale) -> Tick:
    year, month = divmod(count, _YEAR)
    return Tick(date(year, month + 1, 1), locale.partial_date(year, 0 if months % _YEAR == 0 else month + 1))
