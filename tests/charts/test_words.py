"""A chart in words and as a table, in both languages."""

from dataclasses import replace
from datetime import date

import pytest
from charts.samples import ALL, BY_SEX, HEDGED, PEOPLE, PHASES, SECTORS, bars, row, span, stacked, timeline

from actionplan.charts.data import Chart, Mode
from actionplan.charts.origin import DataOrigin
from actionplan.charts.table import table
from actionplan.charts.words import origin, period, sentence
from actionplan.language.locale import locale

ES, EN = locale("es"), locale("en")


def cells(chart: Chart, code: str = "es") -> list[list[str]]:
    made = table(chart, locale(code))
    return [[cell.text for cell in line] for line in (made.head, *made.rows)]


@pytest.mark.parametrize(
    ("chart", "said"),
    [
        (SECTORS, "Gobierno (1,267) y Academia (20). En total, al menos 1,287 personas. Sin dato: Sector privado."),
        (bars(row("Gobierno", 1)), "Gobierno (1)."),
        (bars(row("Gobierno", None)), "Sin dato: Gobierno."),
        (bars(row("A", 1), row("B", 1)), "Las 2 barras son iguales: 1 persona. En total, 2 personas."),
        (HEDGED, "Sociedad civil (cerca de 500)."),
        (BY_SEX, "Gobierno (4), Academia (0) y Sociedad civil (al menos 2). Sin dato: Sociedad civil."),
        (replace(BY_SEX, totals=False), "Sin dato: Sociedad civil."),
        (
            replace(BY_SEX, totals=False, summed=PEOPLE),
            "Mujeres (5 personas) y Hombres (1 persona). Sin dato: Sociedad civil.",
        ),
        (
            bars(row("A", 1, 2), row("B", 3, None), series=("Ahora", "Antes")),
            "Ahora. A (1) y B (3). Antes. A (2). Sin dato: B.",
        ),
        (
            PHASES,
            (
                "En conjunto, del 24 de mayo al 10 de diciembre de 2019. "
                "Lo más largo, Consulta: 25 días. Sin dato: Después."
            ),
        ),
        (timeline(span("Nada")), "Sin dato: Nada."),
        (replace(SECTORS, rows=SECTORS.rows[:1], remark="Falta uno."), "Gobierno (1,267). Falta uno."),
    ],
)
def test_the_sentence_says_what_is_seen(chart: Chart, said: str) -> None:
    assert sentence(chart, ES) == said


def test_of_many_rows_it_names_the_highest_and_counts_what_is_missing() -> None:
    many = bars(*(row(f"R{number}", number if number < 8 else None) for number in range(20)))
    assert sentence(many, ES) == (
        "Los valores más altos: R7 (7), R6 (6) y R5 (5). En total, al menos 28 personas. Sin dato en 12 de 20 filas."
    )


def test_it_speaks_english() -> None:
    assert sentence(SECTORS, EN) == (
        "Gobierno (1,267) and Academia (20). In total, at least 1,287 personas. No data: Sector privado."
    )
    assert sentence(PHASES, EN) == (
        "In all, from 24 May to 10 December 2019. The longest, Consulta: 25 days. No data: Después."
    )


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2019-05-24", "2019-06-17", "del 24 de mayo al 17 de junio de 2019"),
        ("2019-10-14", "2019-10-21", "del 14 al 21 de octubre de 2019"),
        ("2019-12-10", "2020-01-10", "del 10 de diciembre de 2019 al 10 de enero de 2020"),
        ("2019-12-10", "2019-12-10", "10 de diciembre de 2019"),
        ("2019-12-10", "", "desde el 10 de diciembre de 2019; fin sin dato"),
        ("", "2019-12-10", "hasta el 10 de diciembre de 2019; inicio sin dato"),
        ("", "", "sin dato"),
    ],
)
def test_a_span_says_when_it_was_and_what_is_not_known_of_it(start: str, end: str, said: str) -> None:
    assert period(span("a", start, end), ES) == said


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ((), ""),
        (("Acta",), " Fuente: Acta."),
        (("Acta", "Nota"), " Fuente: Acta; Nota."),
        (("A", "B", "C", "D"), " Fuentes: 4, citadas en la página de cada dato."),
    ],
)
def test_rule_date_and_sources_stand_with_every_chart(sources: tuple[str, ...], said: str) -> None:
    chart = replace(SECTORS, origin=DataOrigin("Se suma.", date(2020, 12, 31), sources))
    assert origin(chart, ES) == f"Cómo se calcula: Se suma. Fecha de corte: 31 de diciembre de 2020.{said}"


def test_the_table_holds_every_figure_and_says_what_is_missing() -> None:
    assert cells(SECTORS) == [
        ["Sector", "Personas"],
        ["Gobierno", "1,267"],
        ["Academia", "20"],
        ["Sector privado", "sin dato"],
    ]
    assert cells(BY_SEX) == [
        ["Sector", "Mujeres (personas)", "Hombres (personas)", "Total"],
        ["Gobierno", "3", "1", "4"],
        ["Academia", "0", "0", "0"],
        ["Sociedad civil", "2", "sin dato", "al menos 2"],
    ]
    assert cells(PHASES, "en") == [
        ["Fase", "Start", "End"],
        ["Consulta", "24 May 2019", "17 June 2019"],
        ["Cierre", "10 December 2019", "10 December 2019"],
        ["Después", "no data", "no data"],
    ]


@pytest.mark.parametrize("chart", ALL)
def test_the_table_has_headers_for_columns_and_rows(chart: Chart) -> None:
    made = table(chart, ES)
    assert {cell.scope for cell in made.head} == {"col"}
    assert all([cell.scope for cell in line] == ["row", *[""] * (len(line) - 1)] for line in made.rows)
    assert all(len(line) == len(made.head) for line in made.rows)


def test_a_sum_that_means_nothing_is_not_shown() -> None:
    assert cells(stacked(row("A", 1, 2), totals=False))[0] == ["Sector", "Mujeres (personas)", "Hombres (personas)"]
    assert len(cells(bars(row("A", 1, 2), series=("A", "B"), mode=Mode.GROUPED))[0]) == 3
