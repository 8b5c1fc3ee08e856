"""A roadmap in time as the drawing wants it: texts ready to print, and nothing that it would have to look up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from actionplan.model import DependencyKind


class Days(NamedTuple):
    """Represent a stretch of time, both days included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class Arrow:
    """Represent a dependency: the activity that is waited for, and how."""

    of: str
    kind: DependencyKind = DependencyKind.FINISH_START


@dataclass(frozen=True, slots=True)
class Bar:
    """Represent one activity.

    Attributes:
        id: Stable id inside its roadmap.
        label: Its number and title.
        note: Its state in words, with all that the bar's shape says besides; may be empty.
        days: By the schedule in force; None if it is not dated.
        original: As first signed, where that differs.
        actual: As reported; its end may be the last day known.
        percent: Reported progress, 0 to 100; None without a report.
        critical: Whether the final result waits for it.
        arrows: What it waits for.
    """

    id: str
    label: str
    note: str = ""
    days: Days | None = None
    original: Days | None = None
    actual: Days | None = None
    percent: int | None = None
    critical: bool = False
    arrows: tuple[Arrow, ...] = ()


@dataclass(frozen=True, slots=True)
class ActionGroup:
    """Represent a key action with its activities, in order."""

    label: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Gantt:
    """Represent a whole roadmap in time.

    Attributes:
        id: Unique on the page and without spaces: ids inside the drawing begin with it.
        title: Names the drawing for those who do not see it.
        description: Says in words what the drawing shows.
        groups: Key actions; at least one activity in them is dated.
        cutoff: The day of the figures, drawn as a line unless it is too far off.
        cutoff_label: What that line is called.
    """

    id: str
    title: str
    description: str
    groups: tuple[ActionGroup, ...]
    cutoff: date
    cutoff_label: str

    @property
    def bars(self) -> tuple[Bar, ...]:
        """Return every activity, in order."""
        return tuple(bar for group in self.groups for bar in group.bars)

    @property
    def days(self) -> tuple[date, ...]:
        """Return every day on which something begins or ends, in the order of the bars."""
        stretches = (days for bar in self.bars for days in (bar.days, bar.original, bar.actual) if days)
        return tuple(day for days in stretches for day in days)

    @property
    def shows_cutoff(self) -> bool:
        """Return whether the cut-off is drawn: if it is no further off than the roadmap is long."""
        first, last = min(self.days), max(self.days)
        return max(first - self.cutoff, self.cutoff - last) <= last - first
