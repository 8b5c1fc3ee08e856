"""The key of a chart: a sample of each series beside its name."""

from __future__ import annotations

from actionplan.charts.shapes import Block, Box, Label, TextRole, paragraph

_SAMPLE = 16
_SPACE = 6
_APART = 20
_BELOW = 12


def key(series: tuple[str, ...], width: int) -> tuple[tuple[Block, ...], tuple[Label, ...], int]:
    """Set the samples in lines of at most a width.

    Returns:
        The samples, their names, and the height in px that both take with the space below.
    """
    blocks: list[Block] = []
    labels: list[Label] = []
    left = top = height = 0
    for index, name in enumerate(series):
        lines = TextRole.NOTE.wrapped(name, width - _SAMPLE - _SPACE)
        wide = _SAMPLE + _SPACE + max((TextRole.NOTE.width(line) for line in lines), default=0)
        if left and left + wide > width:
            left, top, height = 0, top + height, 0
        labels.extend(paragraph(lines, left + _SAMPLE + _SPACE, top, TextRole.NOTE))
        blocks.append(Block(Box(left, top, left + _SAMPLE, top + _SAMPLE), index + 1))
        height = max(height, max(1, len(lines)) * TextRole.NOTE.line_height + _SPACE)
        left += wide + _APART
    return tuple(blocks), tuple(labels), top + height - _SPACE + _BELOW
