"""How a commitment goes, on its page: every figure in words, and both sides' texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from html import unescape

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, VALID, loaded
from tracked import action, activity, files_of, moved, report, roadmap, ruling

from actionplan.language.locale import locale
from actionplan.metrics.measure import measure
from actionplan.pages.figures import days, due, overdue, percent, points, progress
from actionplan.pages.tracking import EventKind, disputes, events, proofs

Render = Callable[..., str]
C01 = "compromisos/01-agua/index.md"
ES = locale("es")
FILES = files_of(
    roadmap(
        action(
            "a1",
            activity("a1.1", "2020-01-01", "2020-03-31", means="v1"),
            activity("a1.2", "2020-04-01", "2020-09-30", waits="a1.1 FC"),
            activity("a1.3", "2020-02-01", "2020-02-29"),
        ),
        more="reprogramaciones:\n" + moved("2020-04-02", "a1.2", "2020-06-30", "2020-09-30"),
    ),
    report("2020-03-31", "a1.1 completado 100 +v1", "a1.2 en_proceso 10"),
    ruling("2020-04-10", "2020-03-31-gob", "a1.1 verificado", "a1.2 impugnado"),
    report("2020-06-30", "a1.2 en_proceso 50", corrects="2020-03-31-gob"),
)


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Fraction(0), "0 %"),
        (Fraction(1, 3), "0.3 %"),
        (Fraction(50), "50 %"),
        (Fraction(4380, 100), "43.8 %"),
        (Fraction(9995, 100), "100 %"),
        (Fraction(1, 20), "0.1 %"),
        (None, ""),
    ],
)
def test_percentages_are_rounded_half_up_to_a_tenth(value: Fraction | None, text: str) -> None:
    assert percent(value, ES) == text


def test_points_have_their_sign_and_days_their_number() -> None:
    assert [points(Fraction(value), ES) for value in (-10, 0, 1)] == ["−10 puntos", "0 puntos", "+1 punto"]
    assert [days(value, ES) for value in (1, -31, 1200, None)] == ["1 día", "−31 días", "1,200 días", ""]


def test_progress_says_what_it_leaves_open() -> None:
    plan = loaded(FILES).plan
    found = [measure(plan.at(day)).commitments["c01"].figures for day in (date(2020, 1, 1), date(2020, 3, 31))]
    assert [progress(figures, ES) for figures in found] == ["sin reporte", "al menos 36.7 %"]
    assert points(None, ES) == ""


@pytest.mark.parametrize(
    ("road", "told"),
    [
        ((), ("sin fechas", "sin fechas")),
        ((activity("a1.1"), activity("a1.2")), ("sin fechas", "sin fechas")),
        ((activity("a1.1", "2020-01-01", "2020-03-31"), activity("a1.2")), ("al menos 1", "nada por vencer")),
        ((activity("a1.1", "2020-01-01", "2020-12-31"), activity("a1.2")), ("al menos 0", "31 de diciembre de 2020")),
        ((activity("a1.1", "2020-01-01", "2020-03-31"),), ("1", "nada por vencer")),
    ],
)
def test_no_zero_stands_for_dates_that_are_not_known(road: tuple[str, ...], told: tuple[str, str]) -> None:
    measured = measure(loaded(files_of(roadmap(action("a1", *road)))).plan.at(date(2020, 6, 30))).commitments["c01"]
    assert (overdue([measured], ES), due(measured, ES)) == told


def test_the_first_thing_on_the_page_is_how_it_stands_who_answers_and_what_to_do(render: Render) -> None:
    html = render(FILES, C01)
    headings = re.findall(r'<h2 id="([^"]+)"', html)
    assert headings[:4] == ["d-estado", "objetivo", "problema-publico", "d-cifras-del-avance"]
    first = words(html.partition('id="d-estado"')[2].partition("<h2")[0])
    assert "Responde SEP Corresponsables Organización de Prueba" in first
    assert "Qué sigue Se debe un avance desde el" in first
    assert first.endswith("Qué puede hacer Ver la hoja de ruta , Informar, verificar o impugnar un avance")


def test_a_withdrawn_commitment_says_so_where_others_show_their_light(render: Render) -> None:
    closed = 'situacion: "retirado"\ncierre:\n  fecha: "2020-12-01"\n  motivo: "Cambió la ley."\n'
    html = render({**FILES, COMMITMENT_PATH: COMMITMENT.replace('situacion: "vigente"\n', closed)}, C01)
    assert "Retirado. No cuenta en las cifras del plan." in words(html)
    assert "Con retraso" not in words(html)


def test_what_it_answers_to_is_told_in_words_and_not_by_its_id(render: Render) -> None:
    html = render(FILES, C01)
    assert '<a href="../../3-arboles/agua/#nodo-c1">Fugas en la red.</a>' in html
    assert "agua/c1" not in words(html)


def test_what_happened_is_told_from_the_newest_on_and_corrected_reports_stay() -> None:
    commitment_file = loaded(FILES).plan.commitment_files["c01"]
    assert [(event.date.isoformat(), event.kind, event.corrected_by) for event in events(commitment_file)] == [
        ("2020-06-30", EventKind.CORRECTION, ""),
        ("2020-04-10", EventKind.CONTESTATION, ""),
        ("2020-04-02", EventKind.RESCHEDULING, ""),
        ("2020-03-31", EventKind.REPORT, "2020-06-30-gob"),
    ]
    assert [(item.activity, item.evidence.title) for item in proofs(commitment_file)] == [("a1.1", "Acta")]
    [dispute] = disputes(commitment_file)
    assert dispute.reported
    assert (dispute.reported.percent, dispute.ruling.reason) == (10, "Se vio.")


def test_the_page_says_how_the_commitment_goes_and_why(render: Render) -> None:
    html = render(FILES, C01)
    text = words(html)
    assert "Avance real: al menos 16.7 %. Esperado: 100 %. Actividades vencidas: 3." in text
    assert "El resultado final se firmó para el 30 de junio de 2020; con lo reportado, el pronóstico es el" in text
    assert "Ruta crítica: a1.2." in text
    assert "Corregido por el avance del 30 de junio de 2020 : ya no cuenta." in text
    assert "a1.2 (conclusión): 30 de junio de 2020 → 30 de septiembre de 2020 (92 días). Lluvias." in text
    assert 'class="semaforo semaforo--red"' in html
    assert '<a href="../../como-se-calcula/#deviation">' in html
    assert [drawn.count('<g class="ruta-actividad') for drawn in html.split('class="ruta ruta--')[1:]] == [3, 3]
    assert re.findall(r'<div class="desplazable ruta-marco"[^>]* data-search-exclude>', html)  # the table says the same


def test_a_commitment_without_records_says_so_and_grows_no_empty_sections(render: Render) -> None:
    files = {path: text for path, text in VALID.items() if "/avances/" not in path and "/verificaciones/" not in path}
    html = render(files, C01)
    assert "Ninguna de sus actividades tiene un avance reportado." in words(html)
    for anchor in ("d-avances", "d-evidencias", "d-mediciones", "d-impugnaciones"):
        assert f'id="{anchor}"' not in html
    assert "sin reporte" in html


def test_what_people_write_in_records_is_text_and_never_markup(render: Render) -> None:
    bad = {
        path: text.replace('"Se vio."', '"<script>x</script>"') for path, text in FILES.items() if isinstance(text, str)
    }
    html = render({**FILES, **bad}, C01)
    assert "<script>x" not in html
    assert "&lt;script&gt;x" in html


def test_every_figure_of_an_activity_leads_to_its_rule_and_to_the_record_that_it_comes_from(render: Render) -> None:
    html = render(FILES, C01)
    row = html[html.index('<th scope="row">a1.2.') :].partition("</tr>")[0]
    assert '<a href="#d-2020-06-30-gob">' in row
    assert "Se firmó: 1 de abril de 2020 – 30 de junio de 2020" in words(row)
    head = html[: html.index('<th scope="row">a1.2.')].rpartition("<thead>")[2]
    assert re.findall(r"como-se-calcula/#(\w+)", head) == ["state", "standing", "float", "evidence"]


def test_who_verified_and_what_was_judged_or_corrected_is_one_click_away(render: Render) -> None:
    files = {path: text for path, text in FILES.items() if "2020-06-30-gob" not in path}
    row = render(files, C01).partition('<th scope="row">a1.2.')[2].partition("</tr>")[0]
    assert '<a href="#d-v-2020-04-10-osc">' in row
    html = render(FILES, C01)
    judged = '<a href="#d-2020-03-31-gob"><time datetime="2020-03-31">31 de marzo de 2020</time></a>'
    corrected = '<a href="#d-2020-06-30-gob"><time datetime="2020-06-30">30 de junio de 2020</time></a>'
    assert f"(sobre el avance del {judged})" in html
    assert f"Corregido por el avance del {corrected}: ya no cuenta." in html
    assert set(re.findall(r'href="#(d-[^"]+)"', html)) <= set(re.findall(r'\sid="([^"]+)"', html))


def test_the_page_shows_what_each_key_action_adds_to_the_figures(render: Render) -> None:
    text = words(render(FILES, C01).partition('<details class="cuentas">')[2].partition("</details>")[0])
    assert "Todas las acciones clave cuentan lo mismo." in text
    assert "a1. Acción a1 al menos 16.7 % 0 % 100 % −50 puntos 1 de 3" in text
    assert "El compromiso al menos 16.7 % 0 % 100 % −50 puntos 1 de 3" in text
    road = roadmap(
        action("a1", activity("a1.1", "2020-01-01", "2020-12-31"), weight=70),
        action("a2", activity("a2.1"), weight=30),
    )
    weighed = words(render(files_of(road, report("2020-03-31", "a1.1 en_proceso 50")), C01))
    assert "Cada acción clave cuenta según su ponderación en la hoja de ruta." in weighed
    assert "a1. Acción a1 70 % 50 % 0 % 100 %" in weighed
    assert "a2. Acción a2 30 % sin reporte sin fechas 0 de 1" in weighed


def test_who_took_over_is_told_on_the_page_and_in_what_happened(render: Render) -> None:
    told = '  - fecha: "2020-05-01"\n    papel: "{}"\n    deja: "{}"\n{}    motivo: "Reforma."\n'
    gone = told.format("responsable", "otra", '    entra: "gob"\n') + told.format("corresponsable", "red", "")
    gone += told.format("corresponsable", "nueva", "").replace("deja", "entra")
    text = COMMITMENT.replace("valores:", f"relevos:\n{gone}valores:")
    html = render({**FILES, COMMITMENT_PATH: text}, C01)
    facts, _, happened = html.partition('id="d-avances"')
    for part in (words(facts), words(happened)):
        assert "1 de mayo de 2020" in part
        assert "Responsable: otra → SEP" in part
        assert "Corresponsable: sale red" in part
        assert "Corresponsable: entra nueva" in part
        assert part.count("Reforma.") == 3
