"""What a chart of curves shows: figures in the course of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from actionplan.charts.origin import MAX_SERIES, DataOrigin, Unit, check_id


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; None where there was none to have, which interrupts the curve."""

    day: date
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class Curve:
    """A figure in the course of time.

    Attributes:
        label: Its name.
        points: In the order of time, at least one.
        holds: Whether each value stays until the next one is known; else they are joined by straight lines.
    """

    label: str
    points: tuple[Point, ...]
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Lines:
    """Figures in the course of time, on one scale that has the zero in it.

    Attributes:
        id: Unique on the page: letters, digits and hyphens.
        title: Names the chart.
        heading: What the days are («Fecha»).
        curves: One to ``MAX_SERIES``.
        unit: What is counted.
        origin: Where the figures come from.
        notes: What happened on a day, in the order of time.
        notes_heading: What the notes are («Qué pasó»).
        remark: A sentence more, about what the curves cannot show.
    """

    id: str
    title: str
    heading: str
    curves: tuple[Curve, ...]
    unit: Unit
    origin: DataOrigin
    notes: tuple[tuple[date, str], ...] = ()
    notes_heading: str = ""
    remark: str = ""

    def __post_init__(self) -> None:
        check_id(self.id)
        if not 0 < len(self.curves) <= MAX_SERIES or not all(curve.points for curve in self.curves):
            raise ValueError(f"{self.id}: one to {MAX_SERIES} curves are due, each with a point")
        for curve in self.curves:
            days = [point.day for point in curve.points]
            if days != sorted(set(days)):
                raise ValueError(f"{self.id}: the days of a curve are in order and none is there twice")

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of which something is told, in order."""
        found = {point.day for curve in self.curves for point in curve.points}
        return tuple(sorted(found.union(day for day, _ in self.notes)))

    @property
    def values(self) -> tuple[Decimal, ...]:
        """Every value that is known."""
        return tuple(point.value for curve in self.curves for point in curve.points if point.value is not None)
