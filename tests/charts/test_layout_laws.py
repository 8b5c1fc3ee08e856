"""Of any chart: nothing covers anything, everything is inside, and the same chart is the same bytes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import pytest
from charts.samples import ORIGIN, PEOPLE, bars, row, span, stacked, timeline
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan.charts.chart import Drawn, lay_out
from actionplan.charts.data import Amount, BarRow, Bars, Chart, Curve, Lines, Mode, Point, Timeline, TimelineSpan
from actionplan.charts.shapes import CANVASES, NARROW, WIDE, Box, Canvas, Drawing, TextRole
from actionplan.drawing.time_axis import BESIDE
from actionplan.language.locale import locale

ES = locale("es")

names = st.one_of(
    st.text(min_size=1, max_size=30),
    st.lists(st.sampled_from(["agua", "transparencia", "de", "electroencefalografistas"]), min_size=1, max_size=25).map(
        " ".join
    ),
)


def amounts(lowest: int, hedges: st.SearchStrategy[str]) -> st.SearchStrategy[Amount | None]:
    numbers = st.one_of(
        st.integers(lowest, 9), st.integers(lowest, 10**9), st.decimals(lowest, 100, places=2, allow_nan=False)
    )
    return st.one_of(st.none(), st.builds(Amount, numbers.map(Decimal), hedges))


@st.composite
def any_bars(draw: st.DrawFn) -> Bars:
    mode = draw(st.sampled_from(Mode))
    series = tuple(draw(st.lists(names, min_size=1, max_size=6)))
    any_amount = amounts(0, st.just("")) if mode is Mode.STACKED else amounts(-50, st.sampled_from(["", "más de"]))
    cells = st.tuples(*(any_amount for _ in series))
    found = draw(st.lists(st.tuples(names, cells), min_size=1, max_size=12))
    rows = tuple(BarRow(str(index), label, numbers) for index, (label, numbers) in enumerate(found))
    return Bars("a", "T", "F", ORIGIN, rows, series, PEOPLE, mode, draw(st.booleans()))


@st.composite
def any_timeline(draw: st.DrawFn) -> Timeline:
    days = st.one_of(st.none(), st.dates(date(2015, 1, 1), date(2025, 12, 31)), st.dates())
    spans = []
    for index, (label, first, last) in enumerate(draw(st.lists(st.tuples(names, days, days), min_size=1, max_size=10))):
        swapped = first and last and last < first
        spans.append(TimelineSpan(str(index), label, last if swapped else first, first if swapped else last))
    return Timeline("a", "T", "F", ORIGIN, tuple(spans))


@st.composite
def any_lines(draw: st.DrawFn) -> Lines:
    days = st.one_of(st.dates(date(2015, 1, 1), date(2025, 12, 31)), st.dates())
    numbers = st.one_of(
        st.integers(-50, 10**9), st.decimals(-100, 100, places=2, allow_nan=False), st.just("0.0001")
    ).map(Decimal)
    told = st.dictionaries(days, st.one_of(st.none(), numbers), min_size=1, max_size=8)
    curves = tuple(
        Curve(label, tuple(Point(day, points[day]) for day in sorted(points)), holds)
        for label, points, holds in draw(st.lists(st.tuples(names, told, st.booleans()), min_size=1, max_size=6))
    )
    return Lines("a", "T", "F", ORIGIN, curves, PEOPLE)


charts = st.one_of(any_bars(), any_timeline(), any_lines())
canvases = st.sampled_from(CANVASES)


def bodies(drawing: Drawing) -> list[tuple[str, Box]]:
    """What must not be covered; a value inside its bar lies on it on purpose."""
    blocks = [(f"block {index}", block.box) for index, block in enumerate(drawing.blocks)]
    return blocks + [(label.text, label.box) for label in drawing.labels if label.role is not TextRole.INSIDE]


def assert_tidy(drawing: Drawing) -> None:
    covered = [(one, other) for (one, a), (other, b) in combinations(bodies(drawing), 2) if a.meets(b)]
    assert covered == []
    outside = [
        (name, box)
        for name, box in bodies(drawing)
        if box.left < 0 or box.top < 0 or box.right > drawing.width or box.bottom > drawing.height
    ]
    assert outside == []
    marks = [
        mark for mark in drawing.marks if not (5 <= mark.x <= drawing.width - 5 and 5 <= mark.y <= drawing.height - 5)
    ]
    assert marks == []
    for place in (place for stroke in drawing.strokes for place in stroke.corners):
        assert 0 <= place[0] <= drawing.width
        assert 0 <= place[1] <= drawing.height


@given(charts, canvases)
@settings(max_examples=200)
def test_nothing_covers_anything_and_nothing_is_outside(chart: Chart, canvas: Canvas) -> None:
    assert_tidy(lay_out(chart, canvas, ES))


@given(charts, canvases)
@settings(max_examples=60)
def test_a_value_inside_has_its_bar_to_itself(chart: Chart, canvas: Canvas) -> None:
    drawing = lay_out(chart, canvas, ES)
    inside = [label.box for label in drawing.labels if label.role is TextRole.INSIDE]
    for box in inside:
        (home,) = [block.box for block in drawing.blocks if block.box.meets(box)]
        assert home.left < box.left
        assert box.right < home.right
        assert home.top <= box.top
        assert box.bottom <= home.bottom


@given(any_bars())
@settings(max_examples=60)
def test_a_bar_is_drawn_for_each_amount_that_is_not_zero_and_for_no_other(chart: Bars) -> None:
    drawing = lay_out(chart, WIDE, ES)
    due = [index + 1 for row in chart.rows for index, item in enumerate(row.amounts) if item and item.number]
    samples = list(range(1, len(chart.series) + 1)) if len(chart.series) > 1 else []
    assert [block.series for block in drawing.blocks] == samples + due
    assert all(block.box.right > block.box.left for block in drawing.blocks)


@given(st.lists(st.integers(0, 10**6), min_size=2, max_size=10), canvases)
@settings(max_examples=60)
def test_a_larger_amount_never_has_a_shorter_bar(numbers: list[int], canvas: Canvas) -> None:
    drawing = lay_out(bars(*(row(f"R{index}", number) for index, number in enumerate(numbers))), canvas, ES)
    lengths = iter(block.box.right - block.box.left for block in drawing.blocks)
    measured = sorted((number, next(lengths) if number else 0) for number in numbers)
    assert [length for _, length in measured] == sorted(length for _, length in measured)


@given(charts)
@settings(max_examples=60)
def test_it_is_well_formed_and_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    drawn = Drawn(chart, ES)
    ET.fromstring(f"<div>{drawn.drawings}</div>")
    assert str(drawn.drawings).encode() == str(Drawn(chart, ES).drawings).encode()


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
@pytest.mark.parametrize(
    "chart",
    [
        bars(row("Una", 0)),
        bars(row("Una", None)),
        bars(*(row(f"Fila {number}", number) for number in range(60))),
        stacked(*(row(f"Fila {number}", 1, 10**12) for number in range(60))),
        bars(row("palabra " * 60, 5), row("x" * 200, 3)),
        bars(row("A", "0.001"), row("B", -1000), row("C", 10**15)),
        timeline(span("Un día", "2020-02-29", "2020-02-29")),
        timeline(span("Siglos", "0001-01-01", "9999-12-31")),
        timeline(span("palabra " * 60, "2020-01-01", "2020-01-01"), span("y" * 200)),
    ],
    ids=["zero", "missing", "60 rows", "60 stacked", "long names", "far apart", "a day", "ages", "long spans"],
)
def test_extremes_are_tidy_too(chart: Chart, canvas: Canvas) -> None:
    assert_tidy(lay_out(chart, canvas, ES))


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
@pytest.mark.parametrize("months", range(10, 40))
def test_an_axis_of_days_has_all_its_lines_though_the_name_of_the_last_would_not_fit(
    months: int, canvas: Canvas
) -> None:
    last = date(2019 + months // 12, months % 12 + 1, 20)
    zero, one = Point(date(2019, 1, 1), Decimal(0)), Point(last, Decimal(1))
    curves = Lines("a", "T", "F", ORIGIN, (Curve("C", (zero, one), False),), PEOPLE)
    for chart in (timeline(span("Plan", "2019-01-01", last.isoformat())), curves):
        drawing = lay_out(chart, canvas, ES)
        lines = sorted(line.x for line in drawing.lines)
        named = [label for label in drawing.labels if label.role is TextRole.TICK and label.x - BESIDE in lines]
        steps = [after - before for before, after in pairwise(lines)]
        assert len(named) >= len(lines) - 1
        assert max(label.box.right for label in drawing.labels) <= drawing.width
        assert drawing.width - lines[-1] <= max(steps) + 2 * 7, chart


def test_a_drawing_keeps_to_its_width_unless_a_word_does_not_fit() -> None:
    assert lay_out(bars(row("Gobierno", 3)), NARROW, ES).width == NARROW.width
    assert lay_out(bars(row("x" * 100, 3)), NARROW, ES).width > NARROW.width
