"""What a roadmap in time is drawn with: placed words, stretches and arrows, in whole px."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from actionplan.diagrams.gantt import Bar

THICK = 18
"""The height of a bar."""

THIN = 5
"""The height of the marks above and below a bar."""


class Room(NamedTuple):
    """Describe the room that a drawing has.

    Attributes:
        name: What the style sheet calls it.
        names: How wide names may be, in px; wider only for a word that does not fit.
        plot: How wide the time is, in px.
        beside: Whether names stand beside their bars; else above.
    """

    name: str
    names: int
    plot: int
    beside: bool


WIDE_ROOM = Room("ancha", 260, 430, beside=True)
"""No wider than the text of a page beside its menus."""

NARROW_ROOM = Room("angosta", 320, 284, beside=False)
"""A phone."""

ROOMS = (WIDE_ROOM, NARROW_ROOM)


class Words(StrEnum):
    """Describe what a line of text is for."""

    GROUP = "accion"
    LABEL = "rotulo"
    NOTE = "nota"
    TICK = "marca"

    @property
    def size(self) -> int:
        """Return the font size in px."""
        return 14 if self in (Words.GROUP, Words.LABEL) else 12

    @property
    def bold(self) -> bool:
        """Return whether it is drawn in bold."""
        return self is Words.GROUP

    @property
    def line_height(self) -> int:
        """Return the height of one line in px."""
        return self.size * 27 // 20


@dataclass(frozen=True, slots=True)
class Text:
    """Represent a line of text: left end and base line."""

    x: int
    y: int
    text: str
    words: Words


@dataclass(frozen=True, slots=True)
class Stretch:
    """Represent a stretch of a row, from left to right."""

    left: int
    right: int


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """Represent one activity, placed.

    Attributes:
        bar: What it shows.
        top: The top of the row.
        bottom: Its bottom, which is the top of the next.
        middle: The height of the middle of its bar.
        span: The bar; None if the activity is not dated.
        done: The part of it that is reported as done.
        original: The mark below the bar.
        actual: The mark above it.
        texts: Its name and its note.
    """

    bar: Bar
    top: int
    bottom: int
    middle: int
    span: Stretch | None
    done: Stretch | None
    original: Stretch | None
    actual: Stretch | None
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Path:
    """Represent an arrow, by its corners; the last one is its head."""

    of: str
    to: str
    critical: bool
    corners: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class GanttLayout:
    """Represent a roadmap, placed.

    Attributes:
        headings: The names of the key actions.
        rows: The activities, top to bottom.
        paths: The arrows.
        ticks: Where the lines of the axis stand.
        names: The names of the ticks.
        cutoff: Where the line of the cut-off stands; None if it is out of sight.
        cutoff_name: Its name.
    """

    width: int
    height: int
    plot_top: int
    plot_bottom: int
    headings: tuple[Text, ...]
    rows: tuple[ActivityRow, ...]
    paths: tuple[Path, ...]
    ticks: tuple[int, ...]
    names: tuple[Text, ...]
    cutoff: int | None
    cutoff_name: Text | None
