"""``plan intake``: a filled form becomes one document at its place, or an answer that says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from intake.filled import CORRECTION, PROGRESS, RULING, filled, intake, issue
from plans import COMMITMENT_PATH, VALID, findings_of
from typer.testing import CliRunner

from actionplan.intake.forms import FormName
from scripts.plan import VERBS, _app

REPORT = """\
---
tipo: "avance"
compromiso: "c01"
fecha: "2020-06-30"
reporta: "gob"
actividades:
  - actividad: "a1.1"
    estado: "en_proceso"
    porcentaje: 60
---
"""
RULED = """\
---
tipo: "verificacion"
compromiso: "c01"
fecha: "2020-07-10"
organizacion: "osc"
avance: "2020-03-31-gob"
dictamenes:
  - actividad: "a1.1"
    dictamen: "verificado"
---

## Notas

Se visitó el barrio.
"""


def test_progress_becomes_a_report_and_names_who_sent_it(tmp_path: Path) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS)))
    assert answer["path"] == "commitments/01-agua/avances/2020-06-30-gob.md"
    assert (tmp_path / answer["path"]).read_text("utf-8") == REPORT
    assert findings_of({**VALID, answer["path"]: REPORT}) == findings_of(VALID)
    assert answer["branch"] == "formulario-7"
    assert answer["message"] == (
        "Avance de c01: gob, 2020-06-30\n\nSale del formulario #7.\n\n"
        "Co-authored-by: maria <583231+maria@users.noreply.github.com>\n"
    )
    assert answer["reply"].startswith("Gracias. Con sus respuestas se abrió la propuesta __PROPUESTA__.")


def test_evidence_and_obstacles_stand_in_the_report(tmp_path: Path) -> None:
    told = {
        "evidencia": "Acta",
        "url": "https://ejemplo.gob.mx/acta.pdf",
        "medio": "v1",
        "vista_el": "2020-06-29",
        "copia": "https://archivo.example/acta",
        "obstaculos": "Faltó presupuesto.",
    }
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | told)))
    assert (tmp_path / answer["path"]).read_text("utf-8") == REPORT.removesuffix("---\n") + (
        '    evidencias:\n      - titulo: "Acta"\n        url: "https://ejemplo.gob.mx/acta.pdf"\n'
        '        medio: "v1"\n        vista_el: "2020-06-29"\n        copia: "https://archivo.example/acta"\n'
        '    obstaculos: "Faltó presupuesto."\n---\n'
    )


def test_a_ruling_becomes_a_verification_and_nobody_is_named(tmp_path: Path) -> None:
    answers = RULING | {"notas": "Se visitó el barrio."}
    answer = intake(tmp_path, VALID, issue(filled(FormName.RULING, answers)))
    assert answer["path"] == "commitments/01-agua/verificaciones/2020-07-10-osc.md"
    assert (tmp_path / answer["path"]).read_text("utf-8") == RULED
    assert "maria" not in str(answer)


@pytest.mark.parametrize(
    ("swap", "before", "after"),
    [
        ({}, "Falta agua.", "Falta agua potable."),
        ({"dice": "Dirección de Aguas", "debe_decir": 'Área "A": # uno'}, "Dirección de Aguas", r"Área \"A\": # uno"),
    ],
)
def test_a_correction_changes_what_it_names_and_nothing_else(
    tmp_path: Path, swap: dict[str, str], before: str, after: str
) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.CORRECTION, CORRECTION | swap)))
    assert answer["path"] == COMMITMENT_PATH
    assert (tmp_path / COMMITMENT_PATH).read_text("utf-8") == VALID[COMMITMENT_PATH].replace(before, after)


def test_who_reviews_a_correction_is_told_where_it_is_written_and_nobody_is_called(tmp_path: Path) -> None:
    told = CORRECTION | {"fuente": "Gaceta @todas, www.malo.mx, " + "x" * 400}
    answer = intake(tmp_path, VALID, issue(filled(FormName.CORRECTION, told)))
    assert answer["body"] == (
        "Sale del formulario #7.\n\nDónde consta: Gaceta \\@&#8203;todas, www&#8203;.malo.mx, "
        f"{'x' * 272}\n\nCloses #7\n"
    )


@pytest.mark.parametrize(
    ("form", "answers", "reason"),
    [
        (FormName.PROGRESS, PROGRESS | {"compromiso": "c1"}, "«Compromiso» no es el identificador de ninguno. ¿Quiso"),
        (FormName.PROGRESS, PROGRESS | {"compromiso": "../c01"}, "«Compromiso» no es el identificador de ninguno."),
        (FormName.PROGRESS, PROGRESS | {"fecha": "2020-06-31"}, "La fecha debe ser año-mes-día"),
        (FormName.PROGRESS, PROGRESS | {"fecha": "../../x"}, "La fecha debe ser año-mes-día"),
        (FormName.PROGRESS, PROGRESS | {"reporta": "gob"}, "La respuesta a «Quién reporta» no es una de las que da"),
        (FormName.PROGRESS, PROGRESS | {"estado": ""}, "Falta responder «Estado»."),
        (FormName.PROGRESS, PROGRESS | {"actividad": "a1.1\na1.2"}, "«Actividad» va en una sola línea."),
        (FormName.CORRECTION, CORRECTION | {"dice": "No está"}, "Lo que escribió en «Dice» no aparece"),
        (FormName.CORRECTION, CORRECTION | {"dice": "agua"}, "Lo que escribió en «Dice» aparece"),
        (FormName.CORRECTION, CORRECTION | {"archivo": ".github/CODEOWNERS"}, "«Archivo» no es un documento del plan"),
        (
            FormName.CORRECTION,
            CORRECTION | {"archivo": "commitments/01-agua/avances/2020-03-31-gob.md"},
            "Los avances y las verificaciones publicados no se editan",
        ),
    ],
)
def test_what_has_no_place_is_answered_with_what_to_do(
    tmp_path: Path, form: FormName, answers: dict[str, str], reason: str
) -> None:
    answer = intake(tmp_path, VALID, issue(filled(form, answers)))
    assert answer["path"] is None
    assert answer["reply"].startswith(reason)
    assert "Edite el texto de arriba" in answer["reply"]


def test_what_the_check_refuses_is_answered_in_its_words(tmp_path: Path) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | {"porcentaje": "mucho"})))
    assert answer["path"] is None
    assert answer["reply"].startswith("Todavía no se puede proponer. La revisión dice:\n\n**Hallazgos. Errores: 1;")
    assert not (tmp_path / "commitments/01-agua/avances/2020-06-30-gob.md").exists()


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (
            {"porcentaje": "110"},
            (
                "En «Porcentaje»: «110» no es un valor posible de «Porcentaje», que debe ser de 0 a 100. "
                "Un número fuera de sus límites daría cifras que nadie podría comparar. "
                "Escriba en «Porcentaje» un número que sea de 0 a 100."
            ),
        ),
        ({"url": "https://ejemplo.gob.mx/acta.pdf"}, "Falta responder «Evidencia»."),
    ],
)
def test_what_is_wrong_is_told_by_the_questions_that_people_saw(
    tmp_path: Path, told: dict[str, str], said: str
) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | told)))
    assert answer["path"] is None
    assert f"\n- {said}\n" in answer["reply"]
    assert "línea" not in answer["reply"]
    assert ".md" not in answer["reply"]


def test_ids_are_read_in_any_case(tmp_path: Path) -> None:
    shouted = PROGRESS | {"compromiso": "C01", "actividad": "A1.1"}
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, shouted)))
    assert (tmp_path / answer["path"]).read_text("utf-8") == REPORT


def test_a_second_report_of_the_same_day_gets_a_name_of_its_own(tmp_path: Path) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | {"fecha": "2020-03-31"})))
    assert answer["path"] == "commitments/01-agua/avances/2020-03-31-gob-2.md"
    assert "En «Actividad»: «2020-03-31-gob», de la misma institución y del mismo día" in answer["reply"]


def test_what_a_person_answers_proposes_nothing(tmp_path: Path) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.QUESTION, {"pregunta": "¿Qué es una mesa?"})))
    assert answer["path"] is None
    assert answer["branch"] == ""
    assert answer["reply"].startswith("Gracias")


@pytest.mark.parametrize(
    "sent", ["", "[]", '{"body": "x"}', '{"number": "7; rm", "body": ""}', '{"number": 7, "body": 3}']
)
def test_what_is_no_issue_is_refused(tmp_path: Path, sent: str) -> None:
    (tmp_path / "issue.json").write_text(sent, "utf-8")
    arguments = ["intake", "--root", str(tmp_path), "--issue", str(tmp_path / "issue.json")]
    done = CliRunner().invoke(_app(VERBS), arguments)
    assert (done.exit_code, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("body", "silent"),
    [("Se cae al abrir.\n\n### Pasos\n\n1. Abrir.", True), (filled(FormName.RULING, RULING)[20:], False)],
)
def test_what_has_nothing_of_a_form_may_be_about_something_else(tmp_path: Path, body: str, *, silent: bool) -> None:
    answer = intake(tmp_path, VALID, issue(body))
    assert answer["reply"].startswith("No se reconoce el formulario.")
    assert bool(answer["silent"]) is silent
