"""Where each bar, name and arrow of a roadmap in time stands, in whole px."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.diagrams.gantt import ActionGroup, Bar, Days, Gantt
from actionplan.diagrams.gantt_shapes import (
    THICK,
    THIN,
    WIDE_ROOM,
    ActivityRow,
    GanttLayout,
    Path,
    Room,
    Stretch,
    Text,
    Words,
)
from actionplan.drawing.time_axis import BESIDE, TimeAxis
from actionplan.language.locale import Locale
from actionplan.model import DependencyKind
from actionplan.text.width import longest_word_width, text_width, wrap

_PADDING = 10  # above and below what stands in a row
_MARGIN = 18  # beside the plot, for arrows that leave and arrive
_ELBOW = 8
_LEAST = 6  # px of the shortest bar
_BAR = THICK + 2 * (THIN + 2)  # a bar with its marks
_ENDS = {
    DependencyKind.FINISH_START: ("end", "start"),
    DependencyKind.START_START: ("start", "start"),
    DependencyKind.FINISH_FINISH: ("end", "end"),
    DependencyKind.START_FINISH: ("start", "end"),
}
"""Which end of the first activity holds which end of the second."""


def lay_out(gantt: Gantt, locale: Locale, room: Room = WIDE_ROOM) -> GanttLayout:
    """Place every piece of a roadmap of which at least one activity is dated."""
    names = max(room.names, *(_longest(group) for group in gantt.groups))
    left = names + _MARGIN if room.beside else 0
    seen = (*gantt.days, gantt.cutoff) if gantt.shows_cutoff else gantt.days
    axis = TimeAxis.around(seen, left + _MARGIN, left + _MARGIN + room.plot)
    width = max(names, axis.right + _MARGIN)
    plot_top = Words.TICK.line_height + BESIDE
    headings: list[Text] = []
    rows: list[ActivityRow] = []
    top = plot_top
    for group in gantt.groups:
        heading = _paragraph(group.label, 0, top + _PADDING, names, Words.GROUP)
        headings.extend(heading)
        top += len(heading) * Words.GROUP.line_height + _PADDING
        for bar in group.bars:
            rows.append(_row(bar, top, names, axis, room))
            top = rows[-1].bottom
    ticks = axis.ticks(locale, Words.TICK.size)
    base = top + Words.TICK.line_height
    tick_names = tuple(Text(axis.at(tick.day) + BESIDE, base, tick.name, Words.TICK) for tick in ticks if tick.name)
    cutoff = axis.at(gantt.cutoff, 1) if gantt.shows_cutoff else None
    cutoff_name = None if cutoff is None else _beside(cutoff, gantt.cutoff_label, width)
    return GanttLayout(
        width=width,
        height=base + _PADDING,
        plot_top=plot_top,
        plot_bottom=top,
        headings=tuple(headings),
        rows=tuple(rows),
        paths=tuple(_paths(rows)),
        ticks=tuple(axis.at(tick.day) for tick in ticks),
        names=tick_names,
        cutoff=cutoff,
        cutoff_name=cutoff_name,
    )


def _longest(group: ActionGroup) -> int:
    texts = [(group.label, Words.GROUP), *((bar.label, Words.LABEL) for bar in group.bars)]
    texts += [(bar.note, Words.NOTE) for bar in group.bars]
    return max(longest_word_width(text, words.size, bold=words.bold) for text, words in texts)


def _paragraph(text: str, x: int, top: int, width: int, words: Words) -> tuple[Text, ...]:
    lines = wrap(text, width, words.size, bold=words.bold)
    first = top + words.line_height * 3 // 4
    return tuple(Text(x, first + index * words.line_height, line, words) for index, line in enumerate(lines))


def _beside(x: int, text: str, width: int) -> Text:
    """Return the name of the cut-off's line: right of it, or left of it where the drawing ends."""
    room = text_width(text, Words.TICK.size)
    right = x + BESIDE
    return Text(
        right if right + room <= width else x - BESIDE - room, Words.TICK.line_height * 3 // 4, text, Words.TICK
    )


def _row(bar: Bar, top: int, names: int, axis: TimeAxis, room: Room) -> ActivityRow:
    label = _paragraph(bar.label, 0, top + _PADDING, names, Words.LABEL)
    below = top + _PADDING + len(label) * Words.LABEL.line_height
    note = _paragraph(bar.note, 0, below, names, Words.NOTE)
    end = below + len(note) * Words.NOTE.line_height
    bar_top = top + _PADDING if room.beside else end + BESIDE
    bottom = max(end, bar_top + _BAR) + _PADDING
    span = _span(bar.days, axis)
    done = (
        Stretch(span.left, span.left + (span.right - span.left) * bar.percent // 100) if span and bar.percent else None
    )
    return ActivityRow(
        bar=bar,
        top=top,
        bottom=bottom,
        middle=(bar_top + bottom - _PADDING) // 2,
        span=span,
        done=done,
        original=_span(bar.original, axis),
        actual=_span(bar.actual, axis),
        texts=(*label, *note),
    )


def _span(days: Days | None, axis: TimeAxis) -> Stretch | None:
    if days is None:
        return None
    left = min(axis.at(days.start), axis.right - _LEAST)
    return Stretch(left, max(axis.at(days.end, 1), left + _LEAST))


def _paths(rows: list[ActivityRow]) -> Iterator[Path]:
    by_id = {row.bar.id: row for row in rows}
    for row in rows:
        for arrow in row.bar.arrows:
            waited = by_id.get(arrow.of)
            if waited and waited.span and row.span and waited is not row:
                leaves, arrives = _ENDS[arrow.kind]
                start, out = _end(waited.span, leaves)
                target, back = _end(row.span, arrives)
                # Across in the gap between two rows, where no bar stands.
                across = row.top if waited.top < row.top else row.bottom
                corners = (
                    (start, waited.middle),
                    (start + out, waited.middle),
                    (start + out, across),
                    (target + back, across),
                    (target + back, row.middle),
                    (target, row.middle),
                )
                yield Path(arrow.of, row.bar.id, waited.bar.critical and row.bar.critical, corners)


def _end(span: Stretch, end: str) -> tuple[int, int]:
    """Return one end of a bar, and the way out of it."""
    return (span.left, -_ELBOW) if end == "start" else (span.right, _ELBOW)
