"""The board: every commitment with its figures in words, who owes a report, what is contested, what moved."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction

from plans import VALID, loaded
from tracked import action, activity, files_of, moved, report, roadmap, ruling

from actionplan.follow_up.follow_ups import FollowUpKind
from actionplan.follow_up.sentences import SENTENCES
from actionplan.metrics import METRICS, Delta, VerificationState
from actionplan.metrics.measure import measure
from actionplan.metrics.reporting_due import REPORT_DUE_AFTER, RULE
from actionplan.pages.board import Board, board

Render = Callable[..., str]
BOARD = "tablero.md"
CALCULATIONS = "como-se-calcula.md"
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31"), activity("a1.2", "2020-02-01", "2020-03-31")))
FIRST = report("2020-03-31", "a1.1 en_proceso 20", "a1.2 en_proceso 50")
SECOND = report("2020-06-30", "a1.1 en_proceso 60")
FILES = files_of(ROAD, FIRST, SECOND, ruling("2020-07-10", "2020-06-30-gob", "a1.1 impugnado"))
SILENT = files_of(ROAD)
YEAR = activity("a1.1", "2020-01-01", "2020-12-31")
LATER = activity("a1.1", "2020-01-01", "2021-06-30")
NOT_COUNTED = "Los compromisos retirados y los fusionados están en la lista, pero no cuentan en estas cifras."


def several(*percents: int | None, withdrawn: int = 0) -> dict[str, str | bytes]:
    """A commitment for each percentage reported of a year that is over; one of them, counted from 1, is withdrawn."""
    files: dict[str, str | bytes] = {}
    for number, percent in enumerate(percents, 1):
        told = report("2020-11-30", f"a1.1 en_proceso {percent}") if percent is not None else {}
        for path, text in files_of(roadmap(action("a1", YEAR)), told).items():
            its = str(text).replace('"c01"', f'"c0{number}"').replace("numero: 1\n", f"numero: {number}\n")
            closed = 'situacion: "retirado"\ncierre:\n  fecha: "2020-12-01"\n  motivo: "Cambió la ley."\n'
            its = its.replace('situacion: "vigente"\n', closed) if number == withdrawn else its
            files[path.replace("01-agua", f"0{number}-agua")] = its if isinstance(text, str) else text
    return files


def options(html: str, facet: str) -> list[str]:
    """The words that a facet offers, in order; the first is for all."""
    [field] = re.findall(rf'<select name="{facet}">.*?</select>', html)
    return re.findall(r'<option value="([^"]*)"', field)


def words(html: str) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def board_of(files: dict[str, str | bytes], on: str) -> Board:
    plan = loaded(files).plan
    return board(plan, measure(plan.at(date.fromisoformat(on))))


def test_a_report_is_owed_half_a_year_after_the_last_one_or_after_work_should_have_begun() -> None:
    assert board_of(SILENT, "2020-07-02").overdue_reports == ()
    [overdue_report] = board_of(SILENT, "2020-07-03").overdue_reports
    assert (overdue_report.since, overdue_report.institutions) == (date(2020, 7, 3), ("gob",))
    assert board_of(FILES, "2020-12-30").overdue_reports == ()
    assert [overdue_report.since for overdue_report in board_of(FILES, "2020-12-31").overdue_reports] == [
        date(2020, 12, 31)
    ]


def test_what_is_contested_is_named_and_what_moved_is_compared_with_the_eve_of_the_last_report() -> None:
    found = board_of(FILES, "2020-12-31")
    assert found.since == date(2020, 6, 29)
    [row] = found.rows
    assert row.contested == ("a1.1",)
    assert row.delta == Delta(Fraction(35), Fraction(55), {VerificationState.CONTESTED: ("a1.1",)}, (), closed=False)


def test_what_was_moved_ended_or_ruled_on_since_is_told_beside_progress(render: Render) -> None:
    moves = "reprogramaciones:\n" + moved("2020-03-01", "a1.1", "2020-10-31", "2020-11-30")
    moves += moved("2020-07-01", "a1.1", "2020-11-30", "2020-12-31")
    road = roadmap(action("a1", YEAR, activity("a1.2", "2020-02-01", "2020-03-31"), activity("a1.3")), more=moves)
    files = files_of(
        road,
        report("2020-03-31", "a1.1 en_proceso 20", "a1.2 en_proceso 50"),
        report("2020-06-30", "a1.1 en_proceso 20", "a1.2 cancelado 50 motivo=Sobra", "a1.3 completado 100"),
        ruling("2020-06-29", "2020-03-31-gob", "a1.1 impugnado"),
        ruling("2020-07-10", "2020-06-30-gob", "a1.1 impugnado", "a1.3 verificado"),
    )
    assert (
        "Agua medida : 23.3 % → 60 % Completado: a1.3 Cancelado: a1.2 Verificado: a1.3 Impugnado: a1.1 "
        "Reprogramación: a1.1 (conclusión), 30 de noviembre de 2020 → 31 de diciembre de 2020 (31 días)"
    ) in words(render(files, BOARD))


def test_without_any_move_the_board_says_so(render: Render) -> None:
    still = files_of(ROAD, FIRST, ruling("2020-04-10", "2020-03-31-gob", "a1.2 verificado"))
    same = report("2020-06-30", "a1.1 en_proceso 20")
    [row] = board_of({**still, **same}, "2020-12-31").rows
    assert row.delta is not None
    assert not row.delta.is_any
    assert "Nada en ningún compromiso." in words(render({**still, **same}, BOARD))


def test_what_left_the_figures_since_is_told() -> None:
    rows = board_of(several(20, 80, withdrawn=2), "2020-12-31").rows
    assert [row.delta is not None and row.delta.closed for row in rows] == [False, True]


def test_without_reports_there_is_nothing_to_compare_with() -> None:
    found = board_of(SILENT, "2020-12-31")
    assert (found.since, found.rows[0].delta, found.rows[0].contested) == (None, None, ())


def test_the_page_shows_words_beside_every_mark(render: Render) -> None:
    html = render(FILES, BOARD)
    text = words(html)
    shown = "55 % esperado 100 % Con retraso grave En proceso Impugnado verificado 0 % 1 la más antigua, 275 días"
    assert shown in text
    assert "Compromiso 1. Agua medida : a1.1" in text
    assert "Compromiso 1. Agua medida : 35 % → 55 %" in text
    assert '<tr data-f="agua|gob|osc|6|under_way|red|55|-45|-1">' in html
    assert "Agua medida Agua para todas las personas · SEP · Organización de Prueba · ODS 6 55 %" in text
    assert "style=" not in html
    assert "Tema: " not in text
    assert "6. Agua limpia y saneamiento 1 55 %" in text


def test_a_plan_without_reports_has_a_board_that_says_so_and_shows_no_zero_for_it(render: Render) -> None:
    text = words(render(SILENT, BOARD))
    assert "sin reporte en ningún compromiso" in text
    assert "sin reporte esperado 100 %" in text
    assert "No hay ningún avance reportado todavía." in text
    assert "0 %" not in text.replace("100 %", "")


def test_what_does_not_count_shows_its_situation_and_no_light_and_the_totals_say_so(render: Render) -> None:
    assert NOT_COUNTED not in words(render(FILES, BOARD))
    html = render(several(20, 80, withdrawn=2), BOARD)
    assert options(html, "semaforo") == ["", "red"]
    assert options(html, "estado") == ["", "under_way"]
    assert NOT_COUNTED in words(html)
    assert "Con retraso: " not in words(html)
    assert "esperado 100 % Retirado En proceso" in words(html)


def test_lights_are_put_from_green_to_red_and_those_without_data_come_last(render: Render) -> None:
    assert options(render(several(None, 20, 80, 95), BOARD), "semaforo") == ["", "green", "amber", "red", "grey"]


def test_where_nothing_more_falls_due_the_board_says_so_in_a_word(render: Render) -> None:
    assert "nada por vencer" not in words(render(files_of(roadmap(action("a1", LATER))), BOARD))
    over = files_of(roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-06-30"))))
    assert "nada por vencer" in words(render(over, BOARD))
    assert "nothing coming due" in words(render(over, BOARD, "en"))


def test_the_rule_of_who_owes_a_report_is_the_one_that_is_counted_and_has_one_wording(render: Render) -> None:
    assert RULE in render(FILES, BOARD)
    assert f"({REPORT_DUE_AFTER} días)" in RULE
    assert "que ya debían haber empezado y no están completadas ni canceladas" in RULE
    assert SENTENCES[FollowUpKind.SILENT].meaning == RULE


def test_every_figure_of_the_board_leads_to_its_rule(render: Render) -> None:
    asked = set(re.findall(r"como-se-calcula/#(\w+)", render(FILES, BOARD)))
    assert asked <= {metric.key for metric in METRICS}
    rules = render(dict(VALID), CALCULATIONS)
    assert set(re.findall(r'<h2 id="(\w+)"', rules)) == {metric.key for metric in METRICS}


def test_the_page_of_rules_solves_its_examples_with_the_numbers_that_the_engine_is_held_to(render: Render) -> None:
    text = words(render(dict(VALID), CALCULATIONS))
    assert "Avance real : 43.8 %" in text
    assert "Avance verificado : 20 %" in text
    assert "Desviación : −10.3 puntos" in text
    assert "D (ruta crítica) 5 C, fin a comienzo; B, fin a fin (desfase 3 días)" in text
    assert "En tiempo: desde −10 puntos" in text
