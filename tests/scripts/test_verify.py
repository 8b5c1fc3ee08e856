"""``plan verify``: a verification that waits for its rulings, or has them, and whose it can be."""

from __future__ import annotations

from pathlib import Path

import pytest
from orders import names, plan
from plans import (
    COMMITMENT_PATH,
    REPORT,
    REPORT_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    with_file,
    write,
)

UNJUDGED = {path: text for path, text in VALID.items() if path != VERIFICATION_PATH}
PATH = "commitments/01-agua/verificaciones/2020-12-31-osc.md"
CHECK = f"Luego revíselo: plan check {PATH}\n"


def test_it_waits_for_its_rulings_and_says_so(tmp_path: Path) -> None:
    write(tmp_path, UNJUDGED)
    done = plan("verify", "c01", "--root", tmp_path)
    assert (done.exit_code, done.stdout) == (0, f"{PATH}\n")
    assert done.stderr == (
        "Falta su dictamen de: a1.1. En ese archivo cambie cada «?» por verificado o impugnado; "
        "hasta entonces la revisión lo rechaza. Borre las actividades que no dictamine.\n" + CHECK
    )
    refused = plan("check", "--no-cache", "--root", tmp_path)
    assert (refused.exit_code, refused.stdout.splitlines()[1].strip()) == (
        1,
        "Cómo arreglarlo: Use uno de estos: verificado, impugnado.",
    )


def test_with_its_rulings_it_is_done(tmp_path: Path) -> None:
    write(tmp_path, UNJUDGED)
    done = plan("verify", "c01", "--ruling", "a1.1=verificado", "--root", tmp_path)
    assert (done.exit_code, done.stderr) == (0, CHECK)
    assert plan("check", "--strict", "--no-cache", "--root", tmp_path).exit_code == 0
    assert plan("format", "--check", "--root", tmp_path).exit_code == 0


def test_who_contests_is_asked_for_the_reason(tmp_path: Path) -> None:
    write(tmp_path, UNJUDGED)
    done = plan("verify", "c01", "--ruling", "a1.1=impugnado", "--root", tmp_path)
    assert done.stderr == "Escriba por qué, en «motivo», debajo del dictamen de: a1.1.\n" + CHECK
    assert "SEG03" in plan("check", "--no-cache", "--root", tmp_path).stdout


def test_a_report_may_be_judged_again_if_it_is_named(tmp_path: Path) -> None:
    write(tmp_path, VALID)
    done = plan("verify", "c01", "--report", "2020-03-31-gob", "--ruling", "a1.1=verificado", "--root", tmp_path)
    assert (done.exit_code, done.stdout) == (0, f"{PATH}\n")
    assert plan("check", "--strict", "--no-cache", "--root", tmp_path).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("c02",), 2, "En el plan no existe el compromiso «c02». Hay: c01."),
        (("c01",), 1, "Al 2020-12-31 no hay ningún avance que «osc» no haya dictaminado."),
        (("c01", "--org", "gob"), 2, "En el compromiso no existe la organización corresponsable «gob». Hay: osc."),
        (("c01", "--report", "2020-03-31-gov"), 2, "En el compromiso no existe el avance «2020-03-31-gov». ¿Quiso"),
        (("c01", "--report", "2020-03-31-gob", "--date", "2020-03-30"), 2, "«2020-03-31-gob» es posterior al"),
        (("c01", "--report", "2020-03-31-gob", "--date", "2020-04-10"), 1, f"Ya existe «{VERIFICATION_PATH}»"),
        (("c01", "--report", "2020-03-31-gob", "--ruling", "a1.1"), 2, "«a1.1» no es un dictamen."),
        (
            ("c01", "--report", "2020-03-31-gob", "--ruling", "a1.1=verificado", "--ruling", "a1.1=impugnado"),
            2,
            "De «a1.1» se dan dos dictámenes.",
        ),
        (("c01", "--report", "2020-03-31-gob", "--ruling", "a1.2=verificado"), 2, "En «2020-03-31-gob» no existe"),
        (("c01", "--report", "2020-03-31-gob", "--ruling", "a1.1=vale"), 2, "En la lista no existe el dictamen «vale»"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    tmp_path: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    write(tmp_path, VALID)
    done = plan("verify", *arguments, "--root", tmp_path)
    assert (done.exit_code, done.stdout) == (code, "")
    assert done.stderr.startswith(said)
    assert names(tmp_path) == set(VALID)


def test_what_was_corrected_is_not_judged_any_more(tmp_path: Path) -> None:
    corrects = 'reporta: "gob"\ncorrige: "2020-03-31-gob"\nmotivo: "Se contó mal."\n'
    later = REPORT.replace("2020-03-31", "2020-04-30").replace('reporta: "gob"\n', corrects)
    write(tmp_path, with_file(REPORT_PATH.replace("03-31", "04-30"), later))
    named = ("verify", "c01", "--report", "2020-03-31-gob", "--root", tmp_path)
    assert plan(*named, "--ruling", "a1.1=verificado", "--date", "2020-04-29").exit_code == 0
    done = plan(*named, "--date", "2020-04-30")
    assert (done.exit_code, done.stderr) == (
        1,
        "«2020-03-31-gob» ya no cuenta: lo corrige «2020-04-30-gob». Dictamine ése.\n",
    )


def test_nobody_verifies_what_they_reported_and_without_partners_nobody_can(tmp_path: Path) -> None:
    write(tmp_path, changed(COMMITMENT_PATH, ('  - "osc"', '  - "gob"')))
    done = plan("verify", "c01", "--report", "2020-03-31-gob", "--root", tmp_path)
    assert (done.exit_code, done.stderr) == (2, "«gob» firmó «2020-03-31-gob»: nadie verifica lo que reportó.\n")
    write(tmp_path, changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"\n', "")))
    assert plan("verify", "c01", "--root", tmp_path).exit_code == 1


def test_before_a_handover_who_left_verifies_and_from_its_day_on_who_came(tmp_path: Path) -> None:
    told = 'relevos:\n  - fecha: "2020-06-01"\n    papel: "corresponsable"\n    deja: "red"\n    entra: "osc"\n'
    handed_over = changed(COMMITMENT_PATH, ("valores:", f'{told}    motivo: "Reforma."\nvalores:'))
    for day, signer in (("2020-05-31", "red"), ("2020-06-01", "osc")):
        root = write(tmp_path / day, handed_over)  # what waits for its rulings is no ground for another
        begun = plan("verify", "c01", "--report", "2020-03-31-gob", "--date", day, "--root", root)
        assert begun.stdout == f"{PATH.rpartition('/')[0]}/{day}-{signer}.md\n"
