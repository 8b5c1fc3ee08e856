"""Curves in time: what they say in words, in the table and in the drawing; and the two subjects that use them."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from charts.samples import GROWTH, curve, lines
from tracked import action, activity, report, roadmap, ruling, tracked

from actionplan.charts.chart import Drawn, lay_out
from actionplan.charts.data import Lines
from actionplan.charts.indicators import indicator_chart
from actionplan.charts.progress import progress_of_commitment, progress_of_plan
from actionplan.charts.shapes import WIDE
from actionplan.language.locale import locale
from actionplan.metrics import histories
from actionplan.metrics.measure import measure
from actionplan.metrics.progress_history import snapshots
from actionplan.model import Plan

ES = locale("es")
ROAD = roadmap(
    action("a1", activity("a1.1", "2020-01-01", "2020-12-31")),
    more=(
        'indicadores:\n  - id: "i1"\n    nombre: "Pozos"\n    nivel: "producto"\n    unidad: "pozos"\n'
        '    sentido: "ascendente"\n    linea_base:\n      valor: 2\n      fecha: "2020-01-01"\n'
        '    metas:\n      - fecha: "2020-12-31"\n        valor: 10\n'
    ),
)


def cells(chart: Lines) -> list[list[str]]:
    table = Drawn(chart, ES).table
    return [[cell.text for cell in row] for row in (table.head, *table.rows)]


def of_commitment(plan: Plan, commits: dict[str, str]) -> Lines | None:
    commitment_file, cutoff = plan.commitment_files["c01"], plan.identity.cutoff
    return progress_of_commitment(commitment_file, snapshots(commitment_file, plan), cutoff, commits, ES)


def of_plan(plan: Plan) -> Lines | None:
    return progress_of_plan(plan, histories(plan), ES)


def test_it_says_from_where_to_where_each_figure_went() -> None:
    assert Drawn(GROWTH, ES).sentence == (
        "Con fecha: 0 personas (1 de junio de 2019) → 62,5 personas (15 de enero de 2020). "
        "Esperado: 0 personas (1 de junio de 2019) → 100 personas (15 de enero de 2020)."
    ).replace("62,5", ES.number(Decimal("62.5")))


def test_the_table_tells_what_is_not_known_from_what_was_never_asked() -> None:
    assert cells(GROWTH) == [
        ["Fecha", "Con fecha (personas)", "Esperado (personas)", "Qué pasó"],
        ["1 de junio de 2019", "0", "0", ""],
        ["1 de septiembre de 2019", "sin dato", "", ""],
        ["15 de enero de 2020", ES.number(Decimal("62.5")), "100", "Avance"],
    ]


def test_a_value_that_holds_is_drawn_in_steps_and_a_gap_interrupts_the_curve() -> None:
    held = curve("A", ("2020-01-01", 1), ("2020-06-01", 3), ("2020-09-01", None), ("2020-10-01", 3), ("2020-12-01", 5))
    drawing = lay_out(lines(type(held)(held.label, held.points, holds=True)), WIDE, ES)
    first, second = [stroke.corners for stroke in drawing.strokes if stroke.series == 1]
    assert [len(first), len(second)] == [3, 3]
    assert first[0][1] == first[1][1] > first[2][1]
    assert first[1][0] == first[2][0]


def test_series_differ_in_dashes_and_in_shape() -> None:
    drawn = str(Drawn(GROWTH, ES).drawings)
    assert drawn.count('stroke-dasharray="7 4"') == 2
    assert 'class="grafica-punto grafica-punto--1"' in drawn
    assert 'class="grafica-punto grafica-punto--2"' in drawn


@pytest.mark.parametrize(
    ("points", "expected"),
    [
        ([("2020-01-01", 0)], ["0", "1"]),
        ([("2020-01-01", 97)], ["0", "20", "40", "60", "80", "100"]),
        ([("2020-01-01", -3), ("2020-02-01", 4)], ["-4", "-2", "0", "2", "4"]),
        ([("2020-01-01", "0.004")], ["0", "0.001", "0.002", "0.003", "0.004"]),
    ],
)
def test_the_scale_has_few_round_numbers_and_the_zero(points: list[tuple[str, int | str]], expected: list[str]) -> None:
    drawing = lay_out(lines(curve("A", *points)), WIDE, ES)
    marks = [label.text for label in drawing.labels if label.role == "marca" and label.x == 0]
    assert marks == [ES.number(Decimal(text)) for text in expected]


def test_the_interactive_one_has_the_same_values_and_steps() -> None:
    figure = json.loads(str(Drawn(GROWTH, ES).data))["figure"]
    held, straight = figure["data"]
    assert (held["y"], held["line"]["shape"], straight["line"]["shape"]) == ([0, None, 62.5], "hv", "linear")
    assert held["customdata"][1] == "Con fecha, 1 de septiembre de 2019: sin dato"


def test_a_commitments_progress_names_the_record_of_each_day_and_the_commit_that_brought_it_in() -> None:
    first = report("2020-03-31", "a1.1 en_proceso 25")
    plan = tracked(ROAD, first, ruling("2020-04-10", "2020-03-31-gob", "a1.1 verificado"))
    chart = of_commitment(plan, {next(iter(first)): "ab12cd34"})
    assert chart
    assert [row[0] + ": " + "/".join(row[1:]) for row in cells(chart)][1:4] == [
        "1 de enero de 2020: sin dato/sin dato/0/",
        f"31 de marzo de 2020: 25/0/{ES.number(Decimal('24.7'))}/2020-03-31-gob (commit ab12cd34)",
        f"10 de abril de 2020: 25/25/{ES.number(Decimal('27.4'))}/2020-04-10-osc",
    ]


def test_without_reports_there_is_no_progress_to_draw() -> None:
    plan = tracked(ROAD)
    assert of_commitment(plan, {}) is None
    assert of_plan(plan) is None


def test_the_plans_progress_says_of_how_many_commitments_it_is_the_mean() -> None:
    chart = of_plan(tracked(ROAD, report("2020-03-31", "a1.1 en_proceso 25")))
    assert chart
    assert [row[1:] for row in cells(chart)][-1] == ["25", "0", "1"]


def test_an_indicator_shows_baseline_target_and_measurements() -> None:
    record = {
        path: text.replace(
            "actividades:", 'mediciones:\n  - indicador: "i1"\n    valor: 4\n    fecha: "2020-03-30"\nactividades:'
        )
        for path, text in report("2020-03-31", "a1.1 en_proceso 25").items()
    }
    plan = tracked(ROAD.replace("valor: 2", "valor: 1"), record)
    roadmap_ = plan.commitment_files["c01"].roadmap
    assert roadmap_
    measured = measure(plan.at(date(2020, 6, 30))).commitments["c01"].indicators[0]
    chart = indicator_chart(1, roadmap_.model.indicators[0], measured, date(2020, 6, 30), ES)
    assert chart
    assert cells(chart) == [
        ["Fecha", "Medición (pozos)", "Meta (pozos)", "Línea base (pozos)"],
        ["1 de enero de 2020", "", "1", "1"],
        ["30 de marzo de 2020", "4", "", ""],
        ["31 de diciembre de 2020", "", "10", ""],
    ]
    # The roadmap gives the name of several; of one it is not known.
    assert Drawn(chart, ES).sentence.endswith("10 pozos (31 de diciembre de 2020). Línea base: 1 (1 de enero de 2020).")
