"""What goes wrong in records and roadmaps has one defined result, in the figures and on every page that shows them."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from html import unescape

import pytest
from plans import PLAN, findings_of, loaded
from tracked import FOLDER, action, activity, files_of, report, roadmap

from actionplan.diagrams.gantt_shapes import ROOMS
from actionplan.language.locale import locale
from actionplan.metrics import CommitmentMetrics, Light, PathProblem, State
from actionplan.metrics.measure import measure
from actionplan.metrics.results import Share
from actionplan.pages.embeds import BADGE, CARD
from actionplan.pages.site import Site

Files = dict[str, str | bytes]
Render = Callable[..., str]
C01, BOARD = "compromisos/01-agua/index.md", "tablero.md"
YEAR = activity("a1.1", "2020-01-01", "2020-12-31", means="v1")
EARLY = report("2020-03-31", "a1.1 en_proceso 60")
LATE = report("2020-06-30", "a1.1 en_proceso 40")


def on(files: Files, cutoff: str) -> Files:
    """The plan with its figures cut off on another day."""
    return {**files, "plan/plan.yml": PLAN.replace('corte: "2020-12-31"', f'corte: "{cutoff}"')}


def measured(files: Files) -> CommitmentMetrics:
    return measure(loaded(files).plan).commitments["c01"]


def shown(files: Files) -> dict[str, str]:
    """Everything that shows the commitment, as it is written: its page, the board, its card and its badge."""
    site = Site(loaded(files).plan, locale("es"))
    return {address: site.render(site.pages[address], "") for address in (C01, BOARD)} | {
        file.address: str(file.content) for file in site.downloads()
    }


def words(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL))).strip()


def told(files: Files) -> dict[str, str]:
    return {address: words(html) for address, html in shown(files).items()}


def test_reports_in_the_wrong_order_are_read_by_their_dates() -> None:
    road = roadmap(action("a1", YEAR))
    straight, reverse = files_of(road, EARLY, LATE), files_of(road, LATE, EARLY)
    assert measured(reverse).figures.real == 40
    assert shown(reverse) == shown(straight)


def test_of_two_reports_of_one_day_both_are_told_and_the_later_file_counts() -> None:
    second = {path.replace("-gob", "-gob-2"): text for path, text in report("2020-03-31", "a1.1 en_proceso 45").items()}
    pages = told(files_of(roadmap(action("a1", YEAR)), second, EARLY))
    assert "a1.1: En proceso, 60 %" in pages[C01]
    assert "a1.1: En proceso, 45 %" in pages[C01]
    assert "Avance real: 45 %." in pages[C01]
    assert " 45 % esperado 100 % " in pages[BOARD]


def test_a_report_of_a_removed_activity_is_a_finding_is_told_and_counts_nowhere() -> None:
    files = files_of(roadmap(action("a1", YEAR)), report("2020-03-31", "a9.9 en_proceso 60"))
    assert f"{FOLDER}/avances/2020-03-31-gob.md:7:16 REF02" in findings_of(files)
    found = measured(files).figures
    assert (found.state, found.real, found.coverage) == (State.NO_REPORT, None, Share(0, 1))
    pages = told(files)
    assert "a9.9: En proceso, 60 %" in pages[C01]
    assert "Ninguna de sus actividades tiene un avance reportado." in pages[C01]
    assert "Avance real sin reporte" in pages[CARD.format(id="c01")]
    assert "Sin reporte al 2020-12-31" in pages[BADGE.format(id="c01")]


def test_evidence_that_vanished_is_a_finding_and_takes_the_completion_back() -> None:
    files = files_of(roadmap(action("a1", YEAR)), report("2020-06-30", "a1.1 completado 100 +v1"))
    assert measured(files).figures.state is State.COMPLETED
    del files[f"{FOLDER}/evidencias/acta.pdf"]
    assert [finding for finding in findings_of(files) if finding.startswith(f"{FOLDER}/avances/")]
    found = measured(files).figures
    assert (found.state, found.real, found.evidence) == (State.UNPROVEN, Fraction(99), Share(0, 1))
    pages = told(files)
    assert "Acta (acta.pdf)" in pages[C01]
    assert 'href="evidencias/acta.pdf"' not in shown(files)[C01]
    assert "Completado sin evidencia" in pages[BOARD]
    assert "Estado reportado Completado sin evidencia" in pages[CARD.format(id="c01")]


def test_activities_that_wait_in_a_circle_are_named_and_all_other_figures_stand() -> None:
    one = activity("a1.1", "2020-01-01", "2020-06-30", waits="a1.2 FC")
    other = activity("a1.2", "2020-01-01", "2020-06-30", waits="a1.1 FC")
    files = files_of(roadmap(action("a1", one, other)), report("2020-03-31", "a1.1 en_proceso 60"))
    assert (measured(files).path.problem, measured(files).figures.real) == (PathProblem.CYCLE, Fraction(30))
    page = told(files)[C01]
    assert "no se puede calcular una ruta crítica. a1.1 → a1.2 → a1.1." in page
    assert "Avance real: al menos 30 %. Esperado: 100 %." in page
    assert shown(files)[C01].count('<rect class="ruta-barra"') == 2 * len(ROOMS)


def test_a_roadmap_without_dates_has_progress_but_nothing_expected_and_no_drawing() -> None:
    files = files_of(roadmap(action("a1", activity("a1.1"))), report("2020-03-31", "a1.1 en_proceso 60"))
    found = measured(files).figures
    assert (found.real, found.expected, found.light) == (Fraction(60), None, Light.GREY)
    pages = told(files)
    assert "Avance real: 60 %. Esperado: sin fechas." in pages[C01]
    assert "Ninguna actividad tiene fechas: no se puede calcular una ruta crítica." in pages[C01]
    assert 'class="ruta ' not in shown(files)[C01]
    assert " 60 % Sin datos para saberlo En proceso " in pages[BOARD]
    assert "Avance esperado sin fechas" in pages[CARD.format(id="c01")]
    assert "Sin datos para saberlo, 60 % al 2020-12-31" in pages[BADGE.format(id="c01")]


@pytest.mark.parametrize(("day", "due"), [("2020-02-28", 0), ("2020-02-29", 100), ("2020-03-01", 100)])
def test_an_activity_of_one_day_even_a_leap_day_is_due_on_it_and_has_a_bar(day: str, due: int) -> None:
    files = on(files_of(roadmap(action("a1", activity("a1.1", "2020-02-29", "2020-02-29")))), day)
    assert measured(files).figures.expected == due
    widths = re.findall(r'<rect class="ruta-barra"[^>]* width="(\d+)"', shown(files)[C01])
    assert [int(width) >= 6 for width in widths] == [True] * len(ROOMS)
    assert "29 de febrero de 2020 – 29 de febrero de 2020" in told(files)[C01]


def test_a_plan_of_ten_years_counts_its_leap_days_and_names_years() -> None:
    files = on(files_of(roadmap(action("a1", activity("a1.1", "2020-01-01", "2029-12-31")))), "2024-02-29")
    assert measured(files).figures.expected == Fraction(100 * 1520, 3652)
    assert "esperado 41.6 %" in told(files)[BOARD]
    drawn = shown(files)[C01].partition("<svg")[2]
    assert [year for year in range(2019, 2032) if f">{year}<" in drawn] == [*range(2020, 2030)]


def test_a_cutoff_before_the_plan_starts_expects_nothing_and_knows_no_later_record() -> None:
    files = on(files_of(roadmap(action("a1", YEAR)), EARLY), "2019-11-30")
    found = measured(files).figures
    assert (found.real, found.expected, found.overdue, found.next_due) == (None, Fraction(0), 0, date(2020, 12, 31))
    assert f"{FOLDER}/avances/2020-03-31-gob.md:4:8 FEC02" in findings_of(files)
    pages = told(files)
    assert "Ninguna de sus actividades tiene un avance reportado." in pages[C01]
    assert "sin reporte esperado 0 %" in pages[BOARD]
    assert "No hay ningún avance reportado todavía." in pages[BOARD]
    assert "La línea vertical es la fecha de corte." in pages[C01]


def test_a_cutoff_long_after_the_end_counts_every_day_overdue_and_says_why_it_is_not_drawn() -> None:
    files = on(files_of(roadmap(action("a1", YEAR)), EARLY), "2040-12-31")
    found = measured(files).figures
    assert (found.expected, found.overdue_days, found.freshness) == (Fraction(100), 7305, 7580)
    pages = told(files)
    assert "1 la más antigua, 7,305 días" in pages[BOARD]
    assert "La fecha de corte, 31 de diciembre de 2040, queda demasiado lejos para dibujarla." in pages[C01]
    assert "ruta-corte" not in shown(files)[C01]
    assert "40 % de" not in pages[BADGE.format(id="c01")]
    assert "Con retraso grave, 60 % de 100 % esperado al 2040-12-31" in pages[BADGE.format(id="c01")]
