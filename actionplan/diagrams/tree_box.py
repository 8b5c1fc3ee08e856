"""What stands in one box of a problem tree, and the room it takes. All measures in px."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from actionplan.diagrams.tree import TreeLink, TreeNode
from actionplan.text.width import longest_word_width, text_width, wrap

TEXT_SIZE = 14
_PADDING = 14
_GAP = 6
_TEXT_WIDTH = 224  # two chips such as "Compromiso 11" fit side by side
_CORE_TEXT_WIDTH = 320
_CHIP_PADDING = 8
_CHIP_MARGIN = 3  # with a line of text, a chip is a target of 24 px or more for a finger


class TextPart(StrEnum):
    """Name the passages of a box, from top to bottom."""

    LABEL = "label"
    TEXT = "text"
    MARK = "mark"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class PlacedLine:
    """Represent a line of text: left end and baseline, from the box's top left corner."""

    text: str
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Passage:
    """Represent the lines of one part of a box, in one size and weight."""

    part: TextPart
    size: int
    bold: bool
    lines: tuple[PlacedLine, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """Represent a link as a small box inside the box, placed from the box's top left corner."""

    href: str
    x: int
    y: int
    width: int
    height: int
    label: Passage


@dataclass(frozen=True, slots=True)
class NodeBox:
    """Represent a measured box: its size (the width is even, so that it has a middle) and what stands in it."""

    width: int
    height: int
    passages: tuple[Passage, ...]
    chips: tuple[Chip, ...]


@dataclass(frozen=True, slots=True)
class _Style:
    part: TextPart
    size: int
    bold: bool

    @property
    def line_height(self) -> int:
        return self.size * 27 // 20

    def lines(self, text: str, width: int) -> tuple[str, ...]:
        return wrap(text, width, self.size, bold=self.bold)

    def width(self, line: str) -> int:
        return text_width(line, self.size, bold=self.bold)

    def longest_word(self, text: str) -> int:
        return longest_word_width(text, self.size, bold=self.bold)

    def passage(self, lines: tuple[str, ...], x: int, y: int) -> Passage:
        """Return the lines set one under another from ``y`` down."""
        first = y + self.line_height * 3 // 4
        placed = (PlacedLine(line, x, first + row * self.line_height) for row, line in enumerate(lines))
        return Passage(self.part, self.size, self.bold, tuple(placed))


_LABEL = _Style(TextPart.LABEL, 12, bold=False)
_TEXT = _Style(TextPart.TEXT, TEXT_SIZE, bold=False)
_CORE_TEXT = _Style(TextPart.TEXT, 16, bold=True)
_MARK = _Style(TextPart.MARK, 12, bold=True)
_LINK = _Style(TextPart.LINK, 12, bold=False)


def measure(node: TreeNode, *, central: bool = False) -> NodeBox:
    """Set the words of a node into a box of the usual width, or wider if a single word needs it.

    Args:
        node: What to set; its children do not matter.
        central: Whether it is the core problem, which gets a wider box and larger, bold text.
    """
    text_style = _CORE_TEXT if central else _TEXT
    written = ((_LABEL, node.label), (text_style, node.text), (_MARK, node.mark))
    inner = max(
        _CORE_TEXT_WIDTH if central else _TEXT_WIDTH,
        *(style.longest_word(text) for style, text in written),
        *(_LINK.longest_word(link.label) + 2 * _CHIP_PADDING for link in node.links),
    )
    inner += inner % 2
    passages: list[Passage] = []
    bottom = _PADDING
    for style, text in written:
        if lines := style.lines(text, inner):
            passages.append(style.passage(lines, _PADDING, bottom))
            bottom += len(lines) * style.line_height + _GAP
    chips = tuple(_chips(node.links, inner, bottom))
    bottom = max((chip.y + chip.height + _GAP for chip in chips), default=bottom)
    # Without any words there is no last gap to take back; one line's height keeps the box a box.
    bottom = bottom - _GAP if passages or chips else bottom + text_style.line_height
    return NodeBox(inner + 2 * _PADDING, bottom + _PADDING, tuple(passages), chips)


def _chips(links: tuple[TreeLink, ...], inner: int, top: int) -> Iterator[Chip]:
    """Yield the links side by side from ``top`` down, in a new row wherever the next one does not fit."""
    x = 0
    row_bottom = top
    for link in links:
        lines = _LINK.lines(link.label, inner - 2 * _CHIP_PADDING)
        width = max(_LINK.width(line) for line in lines) + 2 * _CHIP_PADDING
        height = len(lines) * _LINK.line_height + 2 * _CHIP_MARGIN + 2
        if x and x + width > inner:
            x, top = 0, row_bottom + _GAP
        left = _PADDING + x
        label = _LINK.passage(lines, left + _CHIP_PADDING, top + _CHIP_MARGIN + 1)
        yield Chip(link.href, left, top, width, height, label)
        x += width + _GAP
        row_bottom = max(row_bottom, top + height)
