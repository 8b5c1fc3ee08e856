"""``plan report``: the file that it begins, what it says, and what it refuses without writing anything."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from orders import names, plan
from plans import COMMITMENT_PATH, PLAN, REPORT, ROADMAP_PATH, VALID, changed, write

FOLDER = "commitments/01-agua/avances"
CO_LED = changed(COMMITMENT_PATH, ("corresponsables:", '  - institucion: "otra"\ncorresponsables:'))


def test_it_begins_the_next_report_and_says_what_to_do(tmp_path: Path) -> None:
    write(tmp_path, VALID)
    done = plan("report", "c01", "--date", "2020-04-30", "--root", tmp_path)
    path = f"{FOLDER}/2020-04-30-gob.md"
    assert (done.exit_code, done.stdout) == (0, f"{path}\n")
    assert done.stderr == (
        "Repite lo último que se reportó. Ahora, en ese archivo:\n"
        "  1. Ponga el estado y el porcentaje de hoy; borre las actividades de las que nada diga.\n"
        "  2. Añada las pruebas: plan evidence add c01 --activity … --file …\n"
        f"  3. Revíselo: plan check {path}\n"
    )
    assert (tmp_path / path).read_text("utf-8") == REPORT.replace("2020-03-31", "2020-04-30")
    assert plan("check", "--strict", "--no-cache", "--root", tmp_path).exit_code == 0
    assert plan("format", "--check", "--root", tmp_path).exit_code == 0


def test_the_day_is_today_or_the_cut_off_if_that_is_past(tmp_path: Path) -> None:
    write(tmp_path, VALID)
    assert plan("report", "c01", "--root", tmp_path).stdout == f"{FOLDER}/2020-12-31-gob.md\n"
    write(tmp_path, {"plan/plan.yml": PLAN.replace("2020-12-31", "9999-12-31")})
    days = [date.today().isoformat()]  # noqa: DTZ011 - as its signer's calendar says
    said = plan("report", "c01", "--root", tmp_path).stdout
    days.append(date.today().isoformat())  # noqa: DTZ011 - midnight may have passed
    assert said in {f"{FOLDER}/{day}-gob.md\n" for day in days}


def test_of_two_institutions_one_has_to_be_named(tmp_path: Path) -> None:
    write(tmp_path, CO_LED)
    done = plan("report", "c01", "--root", tmp_path)
    expected = "Diga con --org quién firma. Como institución responsable hay: gob, otra.\n"
    assert (done.exit_code, done.stderr) == (2, expected)
    assert plan("report", "c01", "--org", "otra", "--root", tmp_path).stdout == f"{FOLDER}/2020-12-31-otra.md\n"


def test_before_a_handover_who_left_reports_and_from_its_day_on_who_came(tmp_path: Path) -> None:
    told = 'relevos:\n  - fecha: "2020-06-01"\n    papel: "responsable"\n    deja: "antes"\n    entra: "gob"\n'
    write(tmp_path, changed(COMMITMENT_PATH, ("valores:", f'{told}    motivo: "Reforma."\nvalores:')))
    for day, signer in (("2020-05-31", "antes"), ("2020-06-01", "gob")):
        begun = plan("report", "c01", "--date", day, "--root", tmp_path)
        assert begun.stdout == f"{FOLDER}/{day}-{signer}.md\n"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("c1",), 2, "En el plan no existe el compromiso «c1». ¿Quiso decir «c01»?"),
        (("agua",), 2, "En el plan no existe el compromiso «agua». Hay: c01."),
        (("c01", "--org", "osc"), 2, "En el compromiso no existe la institución responsable «osc». Hay: gob."),
        (("c01", "--date", "30/04/2020"), 2, "«30/04/2020» no es una fecha."),
        (("c01", "--date", "2021-01-01"), 2, "El 2021-01-01 es posterior al corte del plan (2020-12-31)."),
        (("c01", "--date", "2020-01-14"), 1, "Al 2020-01-14 no hay en «c01» ninguna actividad abierta"),
        (("c01", "--date", "2020-03-31"), 1, f"Ya existe «{FOLDER}/2020-03-31-gob.md», y no se toca."),
        (("c01\x1b[31m",), 2, "En el plan no existe el compromiso «c01\\x1b[31m»."),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    write(tmp_path, VALID)
    done = plan("report", *arguments, "--root", tmp_path)
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith(said)
    assert names(tmp_path) == set(VALID)
    assert (tmp_path / FOLDER / "2020-03-31-gob.md").read_text("utf-8") == REPORT


def test_papers_with_mistakes_are_no_ground_for_a_report(tmp_path: Path) -> None:
    write(tmp_path, changed(ROADMAP_PATH, ('inicio: "2020-01-15"', 'inicio: "pronto"')))
    done = plan("report", "c01", "--root", tmp_path)
    said = f"«{ROADMAP_PATH}» tiene errores. Primero corrija lo que dice «plan check {ROADMAP_PATH}».\n"
    assert (done.exit_code, done.stderr) == (1, said)


def test_of_what_was_withdrawn_nothing_is_reported_from_that_day_on(tmp_path: Path) -> None:
    closed = 'situacion: "retirado"\ncierre:\n  fecha: "2020-06-01"\n  motivo: "Cambió la ley."\n'
    write(tmp_path, changed(COMMITMENT_PATH, ('situacion: "vigente"\n', closed)))
    assert plan("report", "c01", "--date", "2020-05-31", "--root", tmp_path).exit_code == 0
    done = plan("report", "c01", "--date", "2020-06-01", "--root", tmp_path)
    said = "«c01» ya no cuenta al 2020-06-01: está retirado, y no se reporta más.\n"
    assert (done.exit_code, done.stderr) == (1, said)


def test_without_a_folder_or_through_a_link_out_of_the_plan_nothing_is_written(tmp_path: Path) -> None:
    assert plan("report", "c01", "--root", tmp_path / "nada").exit_code == 2
    inside, outside = tmp_path / "plan", tmp_path / "fuera"
    outside.mkdir()
    write(inside, {path: text for path, text in VALID.items() if "/avances/" not in path and "/verif" not in path})
    (inside / FOLDER).symlink_to(outside)
    done = plan("report", "c01", "--root", inside)
    assert (done.exit_code, done.stderr) == (1, f"«{FOLDER}» es un enlace hacia fuera del plan.\n")
    assert not list(outside.iterdir())
