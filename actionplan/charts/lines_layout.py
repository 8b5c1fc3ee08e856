"""Where each point, line and name of a chart of curves stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from itertools import pairwise

from actionplan.charts.data import Curve, Lines, Point
from actionplan.charts.legend import key
from actionplan.charts.shapes import Canvas, Drawing, Label, Mark, Stroke, TextRole, UprightLine, baseline, paragraph
from actionplan.drawing.time_axis import BESIDE, TimeAxis
from actionplan.language.locale import Locale

_HEIGHT = 220  # of the plot
_SPACE = 8  # between the names of the scale and the plot
_EDGE = 7  # half a mark and its line, around the plot
_LEAST_PLOT = 160
_BETWEEN = 4
_MOST_STEPS = 5
_NICE = (1, 2, 5, 10)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Map from values to px, upwards; ``ticks`` are the values that get a name."""

    ticks: tuple[Decimal, ...]
    top: int

    def __call__(self, value: Decimal) -> int:
        lowest, highest = self.ticks[0], self.ticks[-1]
        up = (value - lowest) * _HEIGHT / (highest - lowest)
        return self.top + _HEIGHT - int(up.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def lay_out(lines: Lines, canvas: Canvas, locale: Locale) -> Drawing:
    """Place every piece of a chart of curves."""
    names = tuple(curve.label for curve in lines.curves)
    samples, labels, below_key = key(names, canvas.width) if len(names) > 1 else ((), (), 0)
    ticks = _ticks(lines.values)
    texts = [locale.number(tick) for tick in ticks]
    unit = paragraph(TextRole.NOTE.wrapped(lines.unit.many, canvas.width), 0, below_key, TextRole.NOTE)
    scale = _Scale(ticks, below_key + len(unit) * TextRole.NOTE.line_height + _EDGE + _BETWEEN)
    left = max(map(TextRole.TICK.width, texts)) + _SPACE + _EDGE
    right_most = max([canvas.width, left + _LEAST_PLOT + _EDGE, *(label.box.right for label in (*labels, *unit))])
    axis = TimeAxis.around(lines.days, left, right_most - _EDGE)
    bottom = scale.top + _HEIGHT
    days = axis.ticks(locale, TextRole.TICK.size)
    under = bottom + _EDGE + _BETWEEN
    named = [
        *(
            Label(0, baseline(TextRole.TICK, scale(tick)), text, TextRole.TICK)
            for tick, text in zip(ticks, texts, strict=True)
        ),
        *(
            label
            for day, text in days
            if text
            for label in paragraph((text,), axis.at(day) + BESIDE, under, TextRole.TICK)
        ),
    ]
    curves = [(number, curve) for number, curve in enumerate(lines.curves, 1)]
    end = under + TextRole.TICK.line_height
    return Drawing(
        right_most,
        end,
        tuple(UprightLine(axis.at(day), bottom, end) for day, _ in days),
        (),
        (*labels, *unit, *named),
        (
            *(Stroke(((left, scale(tick)), (axis.right, scale(tick))), 0) for tick in ticks),
            *(stroke for number, curve in curves for stroke in _strokes(curve, number, axis, scale)),
        ),
        (
            *(
                Mark(
                    (sample.box.left + sample.box.right) // 2, (sample.box.top + sample.box.bottom) // 2, sample.series
                )
                for sample in samples
            ),
            *(
                Mark(axis.at(point.day), scale(point.value), number)
                for number, curve in curves
                for point in curve.points
                if point.value is not None
            ),
        ),
    )


def _strokes(curve: Curve, number: int, axis: TimeAxis, scale: _Scale) -> Iterator[Stroke]:
    """Yield the line of a curve, a piece for each stretch of time in which its value is known."""
    for stretch in _stretches(curve.points):
        places = [(axis.at(day), scale(value)) for day, value in stretch]
        corners = places[:1]
        for (_, before), (x, y) in pairwise(places):
            corners += [(x, before), (x, y)] if curve.holds and before != y else [(x, y)]
        if len(corners) > 1:
            yield Stroke(tuple(corners), number)


def _stretches(points: tuple[Point, ...]) -> Iterator[list[tuple[date, Decimal]]]:
    stretch: list[tuple[date, Decimal]] = []
    for point in points:
        if point.value is not None:
            stretch.append((point.day, point.value))
        elif stretch:
            yield stretch
            stretch = []
    if stretch:
        yield stretch


def _ticks(values: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """Round numbers from below the lowest value to above the highest, the zero among them."""
    lowest, highest = min([Decimal(0), *values]), max([Decimal(0), *values])
    span = highest - lowest
    if not span:
        return Decimal(0), Decimal(1)
    power = Decimal(10) ** (span / _MOST_STEPS).adjusted()
    steps = (power * nice for nice in _NICE)
    step = next((step for step in steps if span / step <= _MOST_STEPS), power * _NICE[-1])
    first = int((lowest / step).to_integral_value(ROUND_FLOOR))
    last = max(first + 1, int((highest / step).to_integral_value(ROUND_CEILING)))
    return tuple(step * count for count in range(first, last + 1))
