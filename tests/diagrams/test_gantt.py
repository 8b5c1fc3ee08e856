"""A roadmap in time: what stands where, what it says, and the laws that every drawing keeps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actionplan.diagrams.gantt import ActionGroup, Arrow, Bar, Days, Gantt
from actionplan.diagrams.gantt_layout import lay_out
from actionplan.diagrams.gantt_shapes import NARROW_ROOM, ROOMS, THICK, THIN, ActivityRow, GanttLayout, Room, Words
from actionplan.diagrams.gantt_svg import draw
from actionplan.language.locale import locale
from actionplan.model import DependencyKind
from actionplan.text.width import text_width, words

ES = locale("es")
NS = "{http://www.w3.org/2000/svg}"


def days(first: str, last: str) -> Days:
    return Days(date.fromisoformat(first), date.fromisoformat(last))


def gantt(*bars: Bar, cutoff: str = "2020-06-30") -> Gantt:
    groups = (ActionGroup("a1. Medir & <contar>", bars),)
    return Gantt("ruta", "Ruta", "Dos actividades.", groups, date.fromisoformat(cutoff), "Corte")


FIRST = Bar(
    "a1.1",
    "a1.1. Instalar medidores",
    "Completada",
    days("2020-01-01", "2020-03-31"),
    percent=100,
    actual=days("2020-01-20", "2020-04-02"),
    critical=True,
)
SECOND = Bar(
    "a1.2",
    "a1.2. Publicar lecturas",
    "En proceso, 50 %",
    days("2020-04-01", "2020-12-31"),
    original=days("2020-04-01", "2020-06-30"),
    percent=50,
    critical=True,
    arrows=(Arrow("a1.1"),),
)
UNDATED = Bar("a1.3", "a1.3. Evaluar", "Sin fechas")


def rows(layout: GanttLayout) -> dict[str, ActivityRow]:
    return {row.bar.id: row for row in layout.rows}


def test_bars_stand_on_their_days() -> None:
    layout = lay_out(gantt(FIRST, SECOND), ES)
    first, second = rows(layout)["a1.1"].span, rows(layout)["a1.2"].span
    assert first is not None
    assert second is not None
    assert first.right == second.left  # one ends on 31 March, the other begins on 1 April
    assert layout.cutoff is not None
    assert second.left < layout.cutoff < second.right
    year = 366
    assert abs((second.right - second.left) - 275 * (second.right - first.left) / year) <= 1


def test_what_is_done_is_a_part_of_the_bar() -> None:
    row = rows(lay_out(gantt(FIRST, SECOND), ES))["a1.2"]
    assert row.span is not None
    assert row.done is not None
    assert row.done.left == row.span.left
    assert row.done.right == row.span.left + (row.span.right - row.span.left) // 2


def test_an_activity_without_dates_has_its_name_and_no_bar() -> None:
    row = rows(lay_out(gantt(FIRST, UNDATED), ES))["a1.3"]
    assert (row.span, row.done) == (None, None)
    assert [text.text for text in row.texts] == ["a1.3. Evaluar", "Sin fechas"]


def test_a_cutoff_after_the_last_end_or_before_the_first_start_has_its_line_too() -> None:
    layout = lay_out(gantt(FIRST, SECOND, cutoff="2021-06-30"), ES)
    second = rows(layout)["a1.2"].span
    assert second is not None
    assert layout.cutoff is not None
    assert second.right < layout.cutoff < layout.width
    early = lay_out(gantt(FIRST, SECOND, cutoff="2019-03-01"), ES)
    first = rows(early)["a1.1"].span
    assert first is not None
    assert early.cutoff is not None
    assert early.cutoff < first.left


@pytest.mark.parametrize("cutoff", ["2031-01-01", "2010-01-01"])
def test_a_cutoff_further_off_than_the_roadmap_is_long_is_not_drawn(cutoff: str) -> None:
    layout = lay_out(gantt(FIRST, cutoff=cutoff), ES)
    assert (layout.cutoff, layout.cutoff_name) == (None, None)
    assert layout.names == lay_out(gantt(FIRST, cutoff="2020-02-01"), ES).names
    assert "ruta-corte" not in draw(gantt(FIRST, cutoff=cutoff), ES)


def test_arrows_leave_and_arrive_at_the_ends_that_their_kind_names() -> None:
    for kind, (leaves, arrives) in {
        DependencyKind.FINISH_START: ("right", "left"),
        DependencyKind.START_START: ("left", "left"),
        DependencyKind.FINISH_FINISH: ("right", "right"),
        DependencyKind.START_FINISH: ("left", "right"),
    }.items():
        later = Bar("b", "b", days=days("2020-05-01", "2020-07-31"), arrows=(Arrow("a1.1", kind),))
        layout = lay_out(gantt(FIRST, later), ES)
        [path] = layout.paths
        waited, row = rows(layout)["a1.1"], rows(layout)["b"]
        assert path.corners[0] == (getattr(waited.span, leaves), waited.middle)
        assert path.corners[-1] == (getattr(row.span, arrives), row.middle)


def test_an_arrow_to_what_is_not_there_or_has_no_dates_is_not_drawn() -> None:
    bars = (FIRST, UNDATED, Bar("b", "b", days=FIRST.days, arrows=(Arrow("x"), Arrow("a1.3"), Arrow("b"))))
    assert lay_out(gantt(*bars), ES).paths == ()


def test_the_drawing_is_an_image_with_a_name_a_description_and_every_word() -> None:
    root = ET.fromstring(str(draw(gantt(FIRST, SECOND, UNDATED), ES)))
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == "ruta-ancha-titulo"
    assert [root.findtext(f"{NS}{name}") for name in ("title", "desc")] == ["Ruta", "Dos actividades."]
    said = " ".join("".join(text.itertext()) for text in root.iter(f"{NS}text"))
    for bar in (FIRST, SECOND, UNDATED):
        assert bar.label in said
        assert bar.note in said
    assert "a1. Medir & <contar>" in said
    assert "Corte" in said


def test_critical_bars_differ_in_shape() -> None:
    plain = Bar("b", "b", days=FIRST.days)
    root = ET.fromstring(str(draw(gantt(FIRST, plain), ES)))
    bars = [rect for rect in root.iter(f"{NS}rect") if rect.attrib["class"] == "ruta-barra"]
    assert [(rect.get("rx"), rect.get("stroke-width")) for rect in bars] == [(None, "3"), ("5", None)]


def test_names_of_the_axis_are_those_of_the_language() -> None:
    names = {text.text for text in lay_out(gantt(FIRST), locale("en")).names}
    assert "January 2020" in names


def test_the_last_line_of_the_axis_stands_though_its_name_would_not_fit() -> None:
    layout = lay_out(gantt(Bar("a", "a", days=days("2019-01-01", "2021-01-31"))), ES)
    assert [text.text for text in layout.names] == ["enero de 2019", "julio de 2019", "enero de 2020", "julio de 2020"]
    assert len(layout.ticks) == len(layout.names) + 1


DAY = st.dates(date(2018, 1, 1), date(2029, 12, 31))
STRETCH = st.builds(lambda start, length: Days(start, start + timedelta(length)), DAY, st.integers(0, 1500))
LABEL = st.text("abcñ &<é\x00", max_size=60)


@st.composite
def roadmaps(draw_: st.DrawFn) -> Gantt:
    ids = [f"a{number}" for number in range(draw_(st.integers(1, 12)))]
    bars = [
        Bar(
            name,
            draw_(LABEL),
            draw_(LABEL),
            draw_(STRETCH) if not index else draw_(st.none() | STRETCH),
            draw_(st.none() | STRETCH),
            draw_(st.none() | STRETCH),
            draw_(st.none() | st.integers(0, 100)),
            draw_(st.booleans()),
            tuple(draw_(st.lists(st.builds(Arrow, st.sampled_from(ids), st.sampled_from(DependencyKind)), max_size=3))),
        )
        for index, name in enumerate(ids)
    ]
    middle = draw_(st.integers(0, len(bars)))
    groups = (ActionGroup(draw_(LABEL), tuple(bars[:middle])), ActionGroup(draw_(LABEL), tuple(bars[middle:])))
    return Gantt("g", draw_(LABEL), "", groups, draw_(DAY), draw_(LABEL))


@given(roadmaps(), st.sampled_from(ROOMS))
@settings(max_examples=200)
def test_rows_follow_each_other_and_all_stays_inside(plan: Gantt, room: Room) -> None:
    layout = lay_out(plan, ES, room)
    assert all(upper.bottom <= lower.top for upper, lower in pairwise(layout.rows))
    for row in layout.rows:
        assert row.top <= row.middle - THICK // 2 - THIN - 2
        assert row.middle + THICK // 2 + THIN + 2 <= row.bottom
        for span in filter(None, (row.span, row.done, row.original, row.actual)):
            assert 0 < span.left <= span.right <= layout.width
        for text in row.texts:
            assert row.top < text.y <= row.bottom
    for path in layout.paths:
        assert all(0 <= x <= layout.width and 0 <= y <= layout.height for x, y in path.corners)


@given(roadmaps())
@settings(max_examples=150)
def test_names_stay_left_of_the_bars_and_lose_no_word(plan: Gantt) -> None:
    layout = lay_out(plan, ES)
    left = min(span.left for row in layout.rows for span in (row.span, row.original, row.actual) if span)
    for row in layout.rows:
        for text in row.texts:
            assert text_width(text.text, text.words.size) < left
        shown = [word for text in row.texts if text.words is Words.LABEL for word in words(text.text)]
        assert shown == list(words(row.bar.label))
    ET.fromstring(str(draw(plan, ES)))


@given(roadmaps())
@settings(max_examples=100)
def test_on_a_phone_names_stand_above_their_bars_which_begin_at_the_edge(plan: Gantt) -> None:
    layout = lay_out(plan, ES, NARROW_ROOM)
    for row in layout.rows:
        assert all(text.y <= row.middle - THICK // 2 - THIN for text in row.texts)
        shown = [word for text in row.texts if text.words is Words.LABEL for word in words(text.text)]
        assert shown == list(words(row.bar.label))
        assert all(span.right <= NARROW_ROOM.names for span in (row.span, row.original, row.actual) if span)
    ET.fromstring(str(draw(plan, ES, NARROW_ROOM)))


def test_a_phone_has_a_drawing_of_its_width_unless_a_word_does_not_fit() -> None:
    assert lay_out(gantt(FIRST, SECOND, UNDATED), ES, NARROW_ROOM).width == NARROW_ROOM.names
    assert lay_out(gantt(Bar("a", "x" * 100, days=FIRST.days)), ES, NARROW_ROOM).width > NARROW_ROOM.names


@given(roadmaps(), st.sampled_from(ROOMS))
@settings(max_examples=100)
def test_earlier_days_stand_further_left(plan: Gantt, room: Room) -> None:
    spans = [(row.bar.days, row.span) for row in lay_out(plan, ES, room).rows if row.bar.days and row.span]
    for first, one in spans:
        for second, other in spans:
            if first.start <= second.start:
                assert one.left <= other.left
