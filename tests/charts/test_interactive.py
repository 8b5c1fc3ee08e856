"""The figure for plotly: what it shows, what it never holds, and that plotly itself accepts it."""

import json
import re
from typing import Any

import pytest
from charts.samples import ALL, BY_SEX, HEDGED, PHASES, SECTORS, bars, row, span, timeline
from plotly import graph_objects as go
from plotly import io

from actionplan.charts.data import BarRow, Chart
from actionplan.charts.interactive import payload
from actionplan.charts.template import TEMPLATE
from actionplan.language.locale import locale

ES, EN = locale("es"), locale("en")


def content(chart: Chart, code: str = "es") -> Any:
    return json.loads(payload(chart, locale(code)))


def dressed(chart: Chart, room: str) -> Any:
    """The figure as the client draws it, without colours."""
    made = content(chart)
    figure, patch = made["figure"], made[room]
    layout = figure["layout"]
    layout["annotations"] = [*layout.get("annotations", []), *patch.pop("annotations", [])]
    for axis in ("xaxis", "yaxis"):
        layout[axis] |= patch.pop(axis)
    layout |= patch
    return figure


@pytest.mark.parametrize("room", ["wide", "narrow"])
@pytest.mark.parametrize("chart", ALL)
def test_plotly_accepts_every_key_and_value(chart: Chart, room: str) -> None:
    figure = dressed(chart, room)
    assert go.Figure(figure).to_plotly_json()["layout"]["height"] > 0
    assert len(io.from_json(json.dumps(figure)).data) == len(figure["data"])


def test_what_is_not_known_is_null_and_said_in_words() -> None:
    figure = content(SECTORS)["figure"]
    assert figure["data"][0]["x"] == [1267, 20, None]
    assert [(note["y"], note["text"]) for note in figure["layout"]["annotations"]] == [("#sector-privado", "sin dato")]
    assert [(note["y"], note["text"]) for note in content(BY_SEX)["figure"]["layout"]["annotations"]] == [
        ("#gobierno", "4"),
        ("#academia", "0"),
        ("#sociedad-civil", "al menos 2"),
    ]
    assert [note["text"] for note in content(PHASES)["figure"]["layout"]["annotations"]] == ["sin dato"]


def test_in_a_group_each_missing_bar_has_its_words_at_its_own_height() -> None:
    figure = content(bars(row("A", None, 1, None), series=("X", "Y", "Z")))["figure"]
    assert [note["yshift"] for note in figure["layout"]["annotations"]] == [22, -22]


def test_a_bar_says_its_amount_as_its_source_does() -> None:
    assert content(SECTORS)["figure"]["data"][0]["customdata"] == [
        "Gobierno: 1,267 personas",
        "Academia: 20 personas",
        "Sector privado: sin dato",
    ]
    assert content(HEDGED)["figure"]["data"][0]["text"] == ["cerca de 500"]
    assert content(BY_SEX)["figure"]["data"][1]["customdata"][0] == "Gobierno, Hombres: 1 persona"


def test_rows_go_by_names_that_plotly_cannot_take_for_numbers() -> None:
    figure = content(bars(BarRow("16", "Paz", (None,))))["figure"]
    assert figure["data"][0]["y"] == figure["layout"]["yaxis"]["tickvals"] == ["#16"]
    assert figure["layout"]["annotations"][0]["y"] == "#16"


def test_a_timeline_runs_from_its_first_day_to_the_end_of_its_last() -> None:
    (trace,) = content(PHASES)["figure"]["data"]
    assert trace["base"] == ["2019-05-24", "2019-12-10"]
    assert [length // 86_400_000 for length in trace["x"]] == [25, 1]
    assert content(timeline(span("Nada")))["figure"]["data"][0]["x"] == []


def test_names_stand_beside_the_bars_or_above_them_and_make_room_for_their_lines() -> None:
    long = bars(row("palabra " * 12, 1), row("B", 2))
    wide, narrow = content(long)["wide"], content(long)["narrow"]
    assert "annotations" not in wide
    assert wide["yaxis"]["showticklabels"]
    assert not narrow["yaxis"]["showticklabels"]
    assert [note["text"] for note in narrow["annotations"]] == narrow["yaxis"]["ticktext"]
    assert wide["yaxis"]["ticktext"][0].count("<br>") >= 2
    assert wide["height"] > content(bars(row("A", 1), row("B", 2)))["wide"]["height"]


@pytest.mark.parametrize("chart", ALL)
def test_it_holds_no_colour_but_none_and_nothing_random(chart: Chart) -> None:
    text = payload(chart, ES)
    assert text == payload(chart, ES)
    assert set(re.findall(r'"[a-z]*color":"([^"]*)"', text)) <= {"rgba(0,0,0,0)"}
    assert not re.search(r"#[0-9a-fA-F]{6}|uid|https?:", text)
    made = json.loads(text)
    assert text == json.dumps(made, ensure_ascii=False, sort_keys=True, separators=(",", ":")).replace("<", "\\u003c")


def test_numbers_and_months_follow_the_language() -> None:
    spanish, english = content(PHASES), content(PHASES, "en")
    assert spanish["figure"]["layout"]["separators"] == english["figure"]["layout"]["separators"] == ".,"
    assert (spanish["locale"]["name"], spanish["locale"]["format"]["months"][0]) == ("es", "enero")
    assert spanish["locale"]["format"]["days"][0] == "domingo"
    assert english["locale"]["format"]["shortMonths"][11] == "Dec"
    assert english["words"]["download"] != spanish["words"]["download"]


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<b>x</b> & <a href='javascript:1'>y</a>"])
def test_texts_leave_neither_the_script_element_nor_plotlys_plain_text(text: str) -> None:
    made = payload(bars(BarRow("a", text, (None,)), series=(text,)), ES)
    assert "<" not in made
    figure = json.loads(made)["figure"]
    shown = [figure["data"][0]["name"], *figure["data"][0]["customdata"]]
    assert not any("<" in item.replace("<br>", "") for item in shown)


def test_the_template_is_one_that_plotly_takes_and_that_every_figure_has() -> None:
    assert set(go.layout.Template(TEMPLATE).to_plotly_json()["layout"]) == set(TEMPLATE["layout"])
    with pytest.raises(ValueError, match="legende"):
        go.layout.Template({"layout": {"legende": {}}})
    assert content(SECTORS)["figure"]["layout"]["template"] == json.loads(json.dumps(TEMPLATE))
