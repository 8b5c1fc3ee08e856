"""``plan intake``: a filled form becomes one document at its place, or an answer that says what is missing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from intake.filled import CORRECTION, PROGRESS, RULING, filled, intake, issue
from plans import COMMITMENT_PATH, VALID, findings_of

from actionplan.intake.forms import FormName
from scripts.plan import plan as command

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
        (FormName.PROGRESS, PROGRESS | {"compromiso": "2"}, "«Compromiso» no es el identificador de ninguno. Los hay"),
        (FormName.PROGRESS, PROGRESS | {"compromiso": "../c01"}, "«Compromiso» no es el identificador de ninguno."),
        (FormName.PROGRESS, PROGRESS | {"fecha": "2020-06-31"}, "«Fecha del avance» debe decir primero el año"),
        (FormName.RULING, RULING | {"fecha": "3/4/2021"}, "«Fecha del dictamen» debe decir primero el año"),
        (FormName.PROGRESS, PROGRESS | {"fecha": "../../x"}, "«Fecha del avance» debe decir primero el año"),
        (FormName.PROGRESS, PROGRESS | {"reporta": "gob"}, "La respuesta a «Quién reporta» no es una de las que da"),
        (FormName.PROGRESS, PROGRESS | {"estado": ""}, "Falta responder «Estado»."),
        (
            FormName.PROGRESS,
            PROGRESS | {"estado": "In progress"},
            "La respuesta a «Estado» no es una de las que da el formulario: «Por iniciar», «En proceso», ",
        ),
        (
            FormName.PROGRESS,
            PROGRESS | {"actividad": "a1.1, a1.2"},
            "«Actividad» no es ninguna de las de c01. Escriba una de estas: `a1.1`. Si son varias, llene un formulario",
        ),
        (FormName.PROGRESS, PROGRESS | {"url": "www.gob.example"}, "«Dirección de la evidencia» debe ser una sola"),
        (FormName.PROGRESS, PROGRESS | {"notas": "Uno.\n## Dos"}, "«Notas» no lleva títulos"),
        (
            FormName.RULING,
            RULING | {"avance": "el último"},
            "«Avance que juzga» no es ninguno de los de c01. Escriba uno de estos: `2020-03-31-gob`.",
        ),
        (FormName.PROGRESS, PROGRESS | {"actividad": "a1.1\na1.2"}, "«Actividad» va en una sola línea."),
        (FormName.CORRECTION, CORRECTION | {"dice": "No está"}, "Lo que escribió en «Dice» no aparece"),
        (FormName.CORRECTION, CORRECTION | {"dice": "agua"}, "Lo que escribió en «Dice» aparece"),
        (FormName.CORRECTION, CORRECTION | {"debe_decir": "Falta agua."}, "«Debe decir» dice lo mismo que «Dice»"),
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
    assert answer["reply"].startswith("Todavía no se puede proponer. Falta corregir esto:\n\n- En «Porcentaje»: ")
    assert not (tmp_path / "commitments/01-agua/avances/2020-06-30-gob.md").exists()


@pytest.mark.parametrize(
    ("form", "answers", "said"),
    [
        (
            FormName.CORRECTION,
            CORRECTION | {"debe_decir": "Falta <b>agua."},
            "En «Debe decir»: El texto contiene código HTML: «\\<b».",
        ),
        (
            FormName.PROGRESS,
            PROGRESS | {"notas": "Uno\n\nCon <i> dentro."},
            "En «Notas»: El texto contiene código HTML: «\\<i».",
        ),
        (
            FormName.PROGRESS,
            PROGRESS | {"estado": "Completado"},
            (
                "En «Porcentaje»: «Completado» con 60 % no es posible. El tablero mostraría un avance que contradice "
                "el estado. Use 0 con «Por iniciar», de 1 a 99 con «En proceso» y 100 con «Completado»."
            ),
        ),
        (
            FormName.RULING,
            RULING | {"dictamen": "Impugnado"},
            (
                "En «Actividad»: La impugnación de «a1.1» no trae motivo. La otra parte no puede responder a lo que no "
                "se le dice. Añada «Motivo» con lo que falta o no coincide."
            ),
        ),
        (
            FormName.PROGRESS,
            PROGRESS | {"porcentaje": "110"},
            (
                "En «Porcentaje»: «110» no es un valor posible de «Porcentaje», que debe ser de 0 a 100. "
                "Un número fuera de sus límites daría cifras que nadie podría comparar. "
                "Escriba en «Porcentaje» un número que sea de 0 a 100."
            ),
        ),
        (FormName.PROGRESS, PROGRESS | {"url": "https://ejemplo.gob.mx/acta.pdf"}, "Falta responder «Evidencia»."),
    ],
)
def test_what_is_wrong_is_told_by_the_questions_that_people_saw(
    tmp_path: Path, form: FormName, answers: dict[str, str], said: str
) -> None:
    answer = intake(tmp_path, VALID, issue(filled(form, answers)))
    assert answer["path"] is None
    assert f"\n- {said}" in answer["reply"]
    assert "línea" not in answer["reply"]
    assert ".md" not in answer["reply"]


def test_what_can_wait_is_told_apart_from_what_cannot(tmp_path: Path) -> None:
    told = PROGRESS | {"notas": "Dudas: ana@ejemplo.com.", "porcentaje": "110"}
    reply = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, told)))["reply"]
    first, _, last = reply.partition("\nEsto no impide proponerlo, pero conviene mirarlo:\n\n")
    assert "En «Porcentaje»" in first
    assert last.startswith("- En «Notas»: Parece haber un correo")


@pytest.mark.parametrize(
    "answers",
    [
        {"compromiso": "C01", "actividad": "A1.1"},
        {"compromiso": "1", "actividad": "instalar MEDIDORES"},
        {"compromiso": "`c01`: Agua medida", "porcentaje": "60 %"},
        {"compromiso": "Compromiso 01", "porcentaje": "60%"},
        {
            "obstaculos": "Ninguno",
            "evidencia": "N/A",
            "url": "n.a.",
            "medio": "—",
            "vista_el": "No aplica",
            "copia": "no",
        },
    ],
)
def test_what_people_mean_is_read_however_they_write_it(tmp_path: Path, answers: dict[str, str]) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | answers)))
    assert (tmp_path / answer["path"]).read_text("utf-8") == REPORT


@pytest.mark.parametrize("url", ["<https://gob.example/acta>", "[el acta](https://gob.example/acta)"])
def test_an_address_is_taken_out_of_what_mail_and_markdown_put_around_it(tmp_path: Path, url: str) -> None:
    told = PROGRESS | {"evidencia": "“Acta” 😀", "url": url}
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, told)))
    assert 'titulo: "“Acta” 😀"\n        url: "https://gob.example/acta"\n' in (tmp_path / answer["path"]).read_text(
        "utf-8"
    )


@pytest.mark.parametrize("report", ["2020-03-31-gob.md", "commitments/01-agua/avances/2020-03-31-GOB.md"])
def test_a_report_goes_by_its_file_too(tmp_path: Path, report: str) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.RULING, RULING | {"avance": report})))
    assert 'avance: "2020-03-31-gob"\n' in (tmp_path / answer["path"]).read_text("utf-8")


@pytest.mark.parametrize(
    "path", [f"`{COMMITMENT_PATH}`", f"Archivo: {COMMITMENT_PATH}", f"https://f.example/b/{COMMITMENT_PATH}"]
)
def test_a_document_goes_by_its_path_and_what_stands_around_it(tmp_path: Path, path: str) -> None:
    assert (
        intake(tmp_path, VALID, issue(filled(FormName.CORRECTION, CORRECTION | {"archivo": path})))["path"]
        == COMMITMENT_PATH
    )


def test_what_other_forms_propose_already_keeps_its_name(tmp_path: Path) -> None:
    stem = "commitments/01-agua/avances/2020-06-30-gob"
    (tmp_path / "taken").write_text(f"{stem}.md\n{stem}-2.md\n", "utf-8")
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS)), "--taken", str(tmp_path / "taken"))
    assert answer["path"] == f"{stem}-3.md"


def test_a_second_report_of_the_same_day_gets_a_name_of_its_own(tmp_path: Path) -> None:
    answer = intake(tmp_path, VALID, issue(filled(FormName.PROGRESS, PROGRESS | {"fecha": "2020-03-31"})))
    assert answer["path"] == "commitments/01-agua/avances/2020-03-31-gob-2.md"
    assert "En «Actividad»: «2020-03-31-gob», del mismo día" in answer["reply"]


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
    done = CliRunner().invoke(command, arguments)
    assert (done.exit_code, done.stdout) == (2, "")


@pytest.mark.parametrize(
    ("body", "silent"),
    [("Se cae al abrir.\n\n### Pasos\n\n1. Abrir.", True), (filled(FormName.RULING, RULING)[20:], False)],
)
def test_what_has_nothing_of_a_form_may_be_about_something_else(tmp_path: Path, body: str, *, silent: bool) -> None:
    answer = intake(tmp_path, VALID, issue(body))
    assert answer["reply"].startswith("No se reconoce el formulario.")
    assert bool(answer["silent"]) is silent
