"""Where each span, name and date of a timeline stands."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.charts import words
from actionplan.charts.data import Timeline, TimelineSpan
from actionplan.charts.shapes import Block, Box, Canvas, Drawing, Label, TextRole, UprightLine, paragraph
from actionplan.drawing.time_axis import BESIDE, TimeAxis
from actionplan.language.locale import Locale
from actionplan.text.width import longest_word_width

_THICK = 18
_BETWEEN = 4
_GAP = 14
_SPACE = 16
_LEAST = 6  # px of the shortest span
_FOR_DATES = 30  # px more beside the bars than names alone have
_LEAST_PLOT = 120
_WHOLE, _HALF_KNOWN = 1, 3  # series: filled; outlined


def lay_out(timeline: Timeline, canvas: Canvas, locale: Locale) -> Drawing:
    """Place every piece of a timeline."""
    longest = max(
        longest_word_width(text, TextRole.LABEL.size) for span in timeline.spans for text in _texts(span, locale)
    )
    if canvas.beside:
        names = max(canvas.beside + _FOR_DATES, longest)
        left = names + _SPACE
    else:
        names, left = max(canvas.width, longest), 0
    width = max(canvas.width, longest, left + _LEAST_PLOT)
    axis = _axis(timeline, left, width)
    blocks: list[Block] = []
    labels: list[Label] = []
    top = 0
    for span in timeline.spans:
        texts = _paragraphs(span, names, top, locale)
        labels.extend(texts)
        height = _height(span, names, locale)
        bar_top = top + (height - _THICK) // 2 if canvas.beside else top + height + _BETWEEN
        if axis:
            blocks.extend(_block(span, axis, bar_top))
        top = max(top + height, bar_top + _THICK) + _GAP
    bottom = top - _GAP
    if axis is None:
        return Drawing(width, bottom, (), (), tuple(labels))
    ticks = axis.ticks(locale, TextRole.TICK.size)
    line_end = bottom + _BETWEEN + TextRole.TICK.line_height
    lines = tuple(UprightLine(axis.at(day), 0, line_end) for day, _ in ticks)
    for day, text in ticks:
        if text:
            labels.extend(paragraph((text,), axis.at(day) + BESIDE, bottom + _BETWEEN, TextRole.TICK))
    return Drawing(width, line_end, lines if canvas.beside else _below(lines, bottom), tuple(blocks), tuple(labels))


def _below(lines: tuple[UprightLine, ...], bottom: int) -> tuple[UprightLine, ...]:
    """Return the lines of an axis alone: further up they would cross the names, which stand among the bars."""
    return tuple(UprightLine(line.x, bottom, line.bottom) for line in lines)


def _texts(span: TimelineSpan, locale: Locale) -> tuple[str, str]:
    return span.label, words.period(span, locale)


def _paragraphs(span: TimelineSpan, width: int, top: int, locale: Locale) -> Iterator[Label]:
    label, period = _texts(span, locale)
    names = TextRole.LABEL.wrapped(label, width)
    yield from paragraph(names, 0, top, TextRole.LABEL, span.lang)
    below = top + len(names) * TextRole.LABEL.line_height
    role = TextRole.NOTE if span.days else TextRole.MISSING
    yield from paragraph(role.wrapped(period, width), 0, below, role)


def _height(span: TimelineSpan, width: int, locale: Locale) -> int:
    label, period = _texts(span, locale)
    lines = len(TextRole.LABEL.wrapped(label, width)) * TextRole.LABEL.line_height
    return lines + len(TextRole.NOTE.wrapped(period, width)) * TextRole.NOTE.line_height


def _axis(timeline: Timeline, left: int, right: int) -> TimeAxis | None:
    days = [day for span in timeline.spans for day in span.days]
    return TimeAxis.around(days, left, right) if days else None


def _block(span: TimelineSpan, axis: TimeAxis, top: int) -> Iterator[Block]:
    if span.days:
        left = min(axis.at(span.days[0]), axis.right - _LEAST)
        right = max(axis.at(span.days[-1], 1), left + _LEAST)
        series = _WHOLE if span.start and span.end else _HALF_KNOWN
        yield Block(Box(left, top, right, top + _THICK), series)
