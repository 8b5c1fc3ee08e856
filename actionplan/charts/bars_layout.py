"""Where each bar, name and value of a bar chart stands.

Values stand at the end of their bar, or inside it where a part is wide enough: with every value in words an
axis would only repeat them. What does not fit inside is in the chart's table.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from actionplan.charts import words
from actionplan.charts.data import BarRow, Bars, Mode
from actionplan.charts.legend import key
from actionplan.charts.shapes import (
    Block,
    Box,
    Canvas,
    Drawing,
    Label,
    TextAnchor,
    TextRole,
    UprightLine,
    baseline,
    paragraph,
)
from actionplan.language.locale import Locale
from actionplan.text.width import longest_word_width

_THICK = 20
_BETWEEN = 4  # between the bars of a group, and between a name and the bars below it
_GAP = 14
_SPACE = 8  # between a bar and its value, between names and bars
_LEAST = 2  # px of the smallest bar that is not zero
_LEAST_PLOT = 120
_INSIDE = 8  # what a part must be wider than its value


@dataclass(frozen=True, slots=True)
class _Scale:
    """Map from amounts to px."""

    lowest: Decimal
    highest: Decimal
    left: int
    right: int

    def __call__(self, value: Decimal) -> int:
        span = self.highest - self.lowest
        place = (value - self.lowest) * (self.right - self.left) / span
        return self.left + int(place.quantize(Decimal(1), rounding=ROUND_HALF_UP))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Represent the columns of a drawing: names, room for values, bars, room for values."""

    bars: Bars
    locale: Locale
    beside: int
    names: int
    scale: _Scale
    width: int


def lay_out(bars: Bars, canvas: Canvas, locale: Locale) -> Drawing:
    """Place every piece of a bar chart."""
    frame = _frame(bars, canvas, locale)
    marks, labels, top = key(bars.series, frame.width) if len(bars.series) > 1 else ((), (), 0)
    blocks, texts, start = [*marks], [*labels], top
    for row in bars.rows:
        names = _names(row, frame)
        thick = _thickness(bars)
        name_height = len(names) * TextRole.LABEL.line_height
        if frame.beside:
            height = max(name_height, thick)
            name_top, bar_top = top + (height - name_height) // 2, top + (height - thick) // 2
        else:
            height = name_height + _BETWEEN + thick
            name_top, bar_top = top, top + name_height + _BETWEEN
        texts.extend(paragraph(names, 0, name_top, TextRole.LABEL, row.lang))
        for piece in _stacked(row, frame, bar_top) if bars.mode is Mode.STACKED else _grouped(row, frame, bar_top):
            (blocks if isinstance(piece, Block) else texts).append(piece)  # type: ignore[arg-type]
        top += height + _GAP
    end = top - _GAP + _BETWEEN
    base = UprightLine(
        frame.scale(Decimal(0)), start - _BETWEEN if frame.beside and start else start, end, is_base=True
    )
    return Drawing(frame.width, end, (base,), tuple(blocks), tuple(texts))


def _frame(bars: Bars, canvas: Canvas, locale: Locale) -> _Frame:
    amounts = [amount.number for row in bars.rows for amount in row.amounts if amount]
    sums = [row.total for row in bars.rows] if bars.mode is Mode.STACKED else amounts
    lowest, highest = min([Decimal(0), *sums]), max([Decimal(0), *sums])
    room = max((TextRole.VALUE.width(text) for row in bars.rows for text in _ends(row, bars, locale)), default=0)
    # Parts that are too small for their true length push what follows by some px; their place is kept free.
    after = room + _SPACE + (_LEAST * len(bars.series) if bars.mode is Mode.STACKED else _LEAST)
    before = room + _SPACE + _LEAST if lowest < 0 else 0
    longest = max(longest_word_width(row.label, TextRole.LABEL.size) for row in bars.rows)
    if canvas.beside:
        widest = max(TextRole.LABEL.width(row.label) for row in bars.rows)
        names = max(min(canvas.beside, widest), longest)
        left = names + _SPACE + before
    else:
        names, left = max(canvas.width, longest), before
    width = max(canvas.width, longest, left + _LEAST_PLOT + after)
    scale = _Scale(lowest, highest if highest > lowest else Decimal(1), left, width - after)
    return _Frame(bars, locale, canvas.beside, names, scale, width)


def _names(row: BarRow, frame: _Frame) -> tuple[str, ...]:
    return TextRole.LABEL.wrapped(row.label, frame.names)


def _thickness(bars: Bars) -> int:
    count = 1 if bars.mode is Mode.STACKED else len(bars.series)
    return count * _THICK + (count - 1) * _BETWEEN


def _ends(row: BarRow, bars: Bars, locale: Locale) -> tuple[str, ...]:
    """Return what is said at the ends of a row's bars."""
    if bars.mode is Mode.GROUPED:
        return tuple(words.amount(amount, locale) for amount in row.amounts)
    text = words.row_end(row, bars, locale)
    return (text,) if text else ()


def _grouped(row: BarRow, frame: _Frame, top: int) -> Iterator[Block | Label]:
    for index, amount in enumerate(row.amounts):
        text = words.amount(amount, frame.locale)
        middle, zero = top + _THICK // 2, frame.scale(Decimal(0))
        end = frame.scale(amount.number) if amount else zero
        if amount and amount.number:
            sign = -1 if amount.number < 0 else 1
            end = zero + sign * max(_LEAST, abs(end - zero))
            yield Block(Box(min(zero, end), top, max(zero, end), top + _THICK), index + 1)
        role = TextRole.VALUE if amount else TextRole.MISSING
        x = end - _SPACE - role.width(text) if end < zero else end + _SPACE
        yield Label(x, baseline(role, middle), text, role)
        top += _THICK + _BETWEEN


def _stacked(row: BarRow, frame: _Frame, top: int) -> Iterator[Block | Label]:
    end, total, middle = frame.scale(Decimal(0)), Decimal(0), top + _THICK // 2
    for index, amount in enumerate(row.amounts):
        if not amount or not amount.number:
            continue
        total += amount.number
        start, end = end, max(end + _LEAST, frame.scale(total))
        yield Block(Box(start, top, end, top + _THICK), index + 1)
        text = words.amount(amount, frame.locale)
        alone = frame.bars.totals and amount.number == row.total  # the same number stands at its end
        if not alone and TextRole.INSIDE.width(text) + _INSIDE <= end - start:
            x = (start + end) // 2
            yield Label(x, baseline(TextRole.INSIDE, middle), text, TextRole.INSIDE, TextAnchor.MIDDLE)
    for text in _ends(row, frame.bars, frame.locale):
        role = TextRole.VALUE if any(row.amounts) and frame.bars.totals else TextRole.MISSING
        yield Label(end + _SPACE, baseline(role, middle), text, role)
