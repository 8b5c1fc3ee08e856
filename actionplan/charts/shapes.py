"""What a static chart is drawn with: placed words, bars and lines, in whole px."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from actionplan.text.width import text_width, wrap

ASCENT_PERCENT = 80
"""How much of a line stands above its base line; the rest hangs below."""

_LEADING_PERCENT = 128


class TextRole(StrEnum):
    """Describe what words are for, and with it how large they are."""

    LABEL = "rotulo"
    VALUE = "valor"
    INSIDE = "valor-dentro"
    MISSING = "sin-dato"
    NOTE = "nota"
    TICK = "marca"

    @property
    def size(self) -> int:
        """Return the font size in px."""
        return 14 if self in (TextRole.LABEL, TextRole.VALUE) else 13

    @property
    def line_height(self) -> int:
        """Return the height of one line in px."""
        return -(-self.size * _LEADING_PERCENT // 100)

    def width(self, text: str) -> int:
        """Return how wide a text will be at most, in px."""
        return text_width(text, self.size)

    def wrapped(self, text: str, width: int) -> tuple[str, ...]:
        """Return the text in lines of at most that width, words whole."""
        return wrap(text, width, self.size)


class TextAnchor(StrEnum):
    """Describe which point of a line of text is placed."""

    START = "start"
    MIDDLE = "middle"


@dataclass(frozen=True, slots=True)
class Box:
    """Represent a rectangle; the right and lower edges are outside."""

    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: Box) -> bool:
        """Return whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True, slots=True)
class Label:
    """Represent one line of words, at its base line."""

    x: int
    y: int
    text: str
    role: TextRole
    anchor: TextAnchor = TextAnchor.START
    lang: str = ""

    @property
    def box(self) -> Box:
        """Return the room it takes in the widest of the fonts in use."""
        width, size = self.role.width(self.text), self.role.size
        left = self.x - (width + 1) // 2 if self.anchor is TextAnchor.MIDDLE else self.x
        ascent = size * ASCENT_PERCENT // 100
        return Box(left, self.y - ascent, left + width, self.y + size - ascent)


@dataclass(frozen=True, slots=True)
class Block:
    """Represent a bar, or a part of one, of a series counted from 1."""

    box: Box
    series: int


@dataclass(frozen=True, slots=True)
class UprightLine:
    """Represent an upright line: the zero of the bars, or a date on the axis."""

    x: int
    top: int
    bottom: int
    is_base: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """Represent a line through some points, of a series counted from 1; series 0 is the grid's."""

    corners: tuple[tuple[int, int], ...]
    series: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Represent a point of a series, drawn in the shape of the series around its place."""

    x: int
    y: int
    series: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Hold a placed chart; lines are behind strokes, strokes behind blocks and marks, all behind labels."""

    width: int
    height: int
    lines: tuple[UprightLine, ...]
    blocks: tuple[Block, ...]
    labels: tuple[Label, ...]
    strokes: tuple[Stroke, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Canvas:
    """Describe the room that a drawing has.

    Attributes:
        width: In px; a drawing grows beyond it only for a word that does not fit.
        beside: How wide the names beside the bars may be; 0 sets them above.
        name: What the style sheet calls it.
    """

    width: int
    beside: int
    name: str


WIDE = Canvas(720, 270, "ancha")
NARROW = Canvas(320, 0, "angosta")
CANVASES = (WIDE, NARROW)


def paragraph(lines: tuple[str, ...], x: int, top: int, role: TextRole, lang: str = "") -> tuple[Label, ...]:
    """Return lines of text below each other."""
    first = top + (role.line_height + role.size) // 2 - (role.size - role.size * ASCENT_PERCENT // 100)
    return tuple(Label(x, first + index * role.line_height, text, role, lang=lang) for index, text in enumerate(lines))


def baseline(role: TextRole, centre: int) -> int:
    """Return the base line of words whose middle is at a height."""
    return centre - role.size // 2 + role.size * ASCENT_PERCENT // 100
