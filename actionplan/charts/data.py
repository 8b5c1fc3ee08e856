"""What a chart shows: typed, frozen, with words ready to print and nothing left to look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from actionplan.charts.origin import MAX_SERIES, ChartFrame, Unit

MOST_ROWS = 60
"""A chart of more would be a wall, which a page had better not show."""


class Mode(StrEnum):
    """Describe how the series of a row stand together."""

    GROUPED = "grouped"
    STACKED = "stacked"


@dataclass(frozen=True, slots=True)
class Amount:
    """Represent a number as its source gives it.

    Attributes:
        number: Exact.
        hedge: The source's own word before it («más de»), already in the language of the page.
    """

    number: Decimal
    hedge: str = ""


@dataclass(frozen=True, slots=True)
class BarRow:
    """Hold the amounts of one thing measured.

    Attributes:
        key: Its id, stable.
        label: Its name.
        amounts: One for each series; None where it is not known, which is never drawn as zero.
        lang: The language of its name where it is not the page's.
    """

    key: str
    label: str
    amounts: tuple[Amount | None, ...]
    lang: str = ""

    @property
    def total(self) -> Decimal:
        """Return the sum of what is known."""
        return sum((amount.number for amount in self.amounts if amount), Decimal(0))

    @property
    def is_whole(self) -> bool:
        """Return whether nothing is missing."""
        return None not in self.amounts


@dataclass(frozen=True, slots=True)
class Bars(ChartFrame):
    """Represent horizontal bars, one or several a row.

    Attributes:
        rows: In the order in which they are shown, at least one.
        series: The names of what is measured, in the order of the amounts.
        unit: What is counted.
        mode: Whether the series stand side by side or one after the other.
        totals: Whether adding up means something: the series of a row of stacked bars, the rows of a single series.
        summed: What the rows of one series of stacked bars count together, if the sentence is to say so instead.
    """

    rows: tuple[BarRow, ...]
    series: tuple[str, ...]
    unit: Unit
    mode: Mode = Mode.GROUPED
    totals: bool = True
    summed: Unit | None = None

    def __post_init__(self) -> None:
        ChartFrame.__post_init__(self)
        if not self.rows or not 0 < len(self.series) <= MAX_SERIES:
            raise ValueError(f"{self.id}: rows are due, and one to {MAX_SERIES} series")
        if any(len(row.amounts) != len(self.series) for row in self.rows):
            raise ValueError(f"{self.id}: each row has an amount, or None, for each series")
        if len({row.key for row in self.rows}) < len(self.rows):
            raise ValueError(f"{self.id}: two rows share a key")
        amounts = [amount for row in self.rows for amount in row.amounts if amount]
        if self.mode is Mode.STACKED and any(amount.number < 0 or amount.hedge for amount in amounts):
            raise ValueError(f"{self.id}: negative and hedged amounts cannot be stacked, since their sum says nothing")


@dataclass(frozen=True, slots=True)
class TimelineSpan:
    """Represent a stretch of time, both days included; a date that is not known is None."""

    key: str
    label: str
    start: date | None
    end: date | None
    lang: str = ""

    def __post_init__(self) -> None:
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"{self.key}: it ends before it starts")

    @property
    def days(self) -> tuple[date, ...]:
        """Return the days that are known, in order."""
        return tuple(day for day in (self.start, self.end) if day)

    @property
    def length(self) -> int:
        """Return how many days it lasts; 0 if that is not known."""
        return (self.end - self.start).days + 1 if self.start and self.end else 0


@dataclass(frozen=True, slots=True)
class Timeline(ChartFrame):
    """Hold what happened when.

    Attributes:
        spans: In the order in which they are shown, at least one.
    """

    spans: tuple[TimelineSpan, ...]

    def __post_init__(self) -> None:
        ChartFrame.__post_init__(self)
        if not self.spans or len({span.key for span in self.spans}) < len(self.spans):
            raise ValueError(f"{self.id}: spans are due, each with its own key")


@dataclass(frozen=True, slots=True)
class Point:
    """Represent a value on a day; None where there was none to have, which interrupts the curve."""

    day: date
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Curve:
    """Represent a figure in the course of time.

    Attributes:
        label: Its name.
        points: In the order of time, at least one.
        holds: Whether each value stays until the next one is known; else they are joined by straight lines.
    """

    label: str
    points: tuple[Point, ...]
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Lines(ChartFrame):
    """Represent figures in the course of time, on one scale that has the zero in it.

    Attributes:
        curves: One to ``MAX_SERIES``.
        unit: What is counted.
        notes: What happened on a day, in the order of time.
        notes_heading: What the notes are («Qué pasó»).
    """

    curves: tuple[Curve, ...]
    unit: Unit
    notes: tuple[tuple[date, str], ...] = ()
    notes_heading: str = ""

    def __post_init__(self) -> None:
        ChartFrame.__post_init__(self)
        if not 0 < len(self.curves) <= MAX_SERIES or not all(curve.points for curve in self.curves):
            raise ValueError(f"{self.id}: one to {MAX_SERIES} curves are due, each with a point")
        for curve in self.curves:
            days = [point.day for point in curve.points]
            if days != sorted(set(days)):
                raise ValueError(f"{self.id}: the days of a curve are in order and none is there twice")

    @property
    def days(self) -> tuple[date, ...]:
        """Return every day of which something is told, in order."""
        found = {point.day for curve in self.curves for point in curve.points}
        return tuple(sorted(found.union(day for day, _ in self.notes)))

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Return every value that is known."""
        return tuple(point.value for curve in self.curves for point in curve.points if point.value is not None)


Chart = Bars | Timeline | Lines
