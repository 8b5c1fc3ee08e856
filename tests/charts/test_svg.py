"""What the static drawing says, to eyes, to assistive technology and to the browser's policy."""

import re
from importlib import resources
from xml.etree import ElementTree as ET

import pytest
from charts.samples import ALL, BY_SEX, HEDGED, PHASES, SECTORS, bars, row, span, stacked, timeline

from actionplan.charts.chart import Drawn, lay_out
from actionplan.charts.data import BarRow, Chart
from actionplan.charts.origin import MAX_SERIES
from actionplan.charts.shapes import CANVASES, NARROW, WIDE, Canvas
from actionplan.charts.svg import write
from actionplan.language.locale import locale
from actionplan.text.width import words

ES, EN = locale("es"), locale("en")
NS = "{http://www.w3.org/2000/svg}"
ALL_SERIES = bars(row("A", *range(1, MAX_SERIES + 1)), series=tuple("ABCDEF"))


def parsed(chart: Chart, canvas: Canvas = WIDE, code: str = "es") -> ET.Element:
    language = locale(code)
    return ET.fromstring(write(lay_out(chart, canvas, language), chart.id, canvas, chart.title, "Dicho."))


def said(chart: Chart, canvas: Canvas = WIDE, code: str = "es") -> list[str]:
    return [text.text or "" for text in parsed(chart, canvas, code).iter(f"{NS}text")]


def test_every_value_stands_in_words_and_what_is_missing_too() -> None:
    assert said(SECTORS) == ["Gobierno", "1,267", "Academia", "20", "Sector privado", "sin dato"]
    assert said(HEDGED) == ["Sociedad civil", "cerca de 500"]
    assert said(SECTORS, code="en")[-1] == "no data"


def test_parts_hold_their_values_and_the_end_of_the_row_their_sum() -> None:
    assert said(BY_SEX) == [
        *("Mujeres", "Hombres"),
        *("Gobierno", "3", "1", "4"),
        *("Academia", "0"),
        *("Sociedad civil", "al menos 2"),
    ]
    assert said(stacked(row("A", 1, 2), row("B", 1, None), totals=False))[2:] == [
        "A",
        "1",
        "2",
        "B",
        "1",
        "faltan datos",
    ]


def test_a_timeline_says_when_each_span_was_and_names_months() -> None:
    assert said(PHASES, NARROW) == [
        *("Consulta", "del 24 de mayo al 17 de junio de 2019"),
        *("Cierre", "10 de diciembre de 2019"),
        *("Después", "sin dato"),
        *("julio de 2019", "octubre de 2019"),
    ]
    assert said(timeline(span("Nada"))) == ["Nada", "sin dato"]


def test_zero_and_missing_have_no_bar() -> None:
    assert [len(list(parsed(bars(row("A", number))).iter(f"{NS}rect"))) for number in (3, 0, None)] == [1, 0, 0]


@pytest.mark.parametrize("canvas", CANVASES, ids=lambda canvas: canvas.name)
def test_it_is_an_image_named_and_described_with_ids_of_its_own(canvas: Canvas) -> None:
    root = parsed(SECTORS, canvas)
    assert root.attrib["role"] == "img"
    assert [(child.tag, child.attrib["id"], child.text) for child in root[:2]] == [
        (f"{NS}title", root.attrib["aria-labelledby"], "Personas por sector"),
        (f"{NS}desc", root.attrib["aria-describedby"], "Dicho."),
    ]
    assert root.attrib["viewBox"] == f"0 0 {root.attrib['width']} {root.attrib['height']}"


def test_the_two_drawings_of_a_chart_share_no_id_and_one_is_seen_without_a_style_sheet() -> None:
    both = ET.fromstring(f"<div>{Drawn(BY_SEX, ES).drawings}</div>")
    ids = [element.attrib["id"] for element in both.iter() if "id" in element.attrib]
    assert len(set(ids)) == len(ids)
    assert [svg.get("display") for svg in both] == [None, "none"]


def test_series_differ_in_pattern() -> None:
    root = parsed(ALL_SERIES)
    fills = {rect.attrib["class"]: rect.attrib["fill"] for rect in root.iter(f"{NS}rect")}
    assert len(set(fills.values())) == MAX_SERIES
    shapes = [ET.tostring(pattern[0]) for pattern in root.iter(f"{NS}pattern")]
    assert len(set(shapes)) == len(shapes) == MAX_SERIES - 2
    defined = {f"url(#{pattern.attrib['id']})" for pattern in root.iter(f"{NS}pattern")}
    assert {fill for fill in fills.values() if fill.startswith("url")} == defined


@pytest.mark.parametrize("chart", [*ALL, ALL_SERIES])
def test_a_strict_content_security_policy_allows_it(chart: Chart) -> None:
    root = parsed(chart)
    tags = {element.tag.removeprefix(NS) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "pattern", "circle", "path", "rect", "text"}
    names = {name for element in root.iter() for name in element.attrib}
    assert "style" not in names
    assert not [name for name in names if name.startswith("on")]


def test_the_theme_speaks_of_classes_that_are_drawn_or_stand_around_a_drawing() -> None:
    theme = (resources.files("actionplan.charts") / "theme.css").read_text("utf-8")
    styled = set(re.findall(r"\.(grafica[\w-]*)", theme))
    svgs = [parsed(chart, canvas) for chart in (*ALL, ALL_SERIES, stacked(row("A", 1, 2))) for canvas in CANVASES]
    drawn = {name for svg in svgs for element in svg.iter() for name in element.attrib.get("class", "").split()}
    around = {"grafica", "grafica-frase", "grafica-origen", "grafica-marco", "grafica-datos", "grafica-numero"}
    assert styled - drawn == around | {"grafica--viva", "grafica-viva"}


@pytest.mark.parametrize("text", ["</text><script>alert(1)</script>", "\"'&<>", "{0} {title} %s", "]]>", "a\x00b"])
def test_texts_are_shown_and_never_read_as_markup(text: str) -> None:
    chart = bars(BarRow("a", text, (None,)))
    assert " ".join(said(chart)) == " ".join([*words(text), "sin dato"])
    assert not list(parsed(chart).iter(f"{NS}script"))


def test_a_name_in_another_language_says_so() -> None:
    (name, value) = parsed(bars(BarRow("a", "Agua", (None,), lang="es")), code="en").iter(f"{NS}text")
    assert (name.get("lang"), value.get("lang")) == ("es", None)
