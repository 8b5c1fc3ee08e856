"""``plan check`` as people and machines run it: what it prints, and the code it leaves with."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, TREE_PATH, VALID, VERIFICATION_PATH, changed, write

from actionplan.findings import Family
from actionplan.rules.reports import REPORTS

PLAN = Path(sys.executable).with_name("plan")
BROKEN = changed(COMMITMENT_PATH, ("numero: 1", "numero: 0"))
BROKEN[REPORT_PATH] = "Texto sin ficha"
OTHER = "plan/lecciones.md"
PAGE = """\
---
tipo: "pagina"
titulo: "Lecciones"
---
"""
SOURCELESS = changed(COMMITMENT_PATH, ('campo: "*"', 'campo: "titulo"'))


def check(here: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(PLAN), "check", *arguments]
    done = subprocess.run(
        command,
        cwd=here,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={"PATH": "/usr/bin:/bin", **environment},
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done


def test_a_plan_in_order_leaves_with_0(tmp_path: Path) -> None:
    done = check(write(tmp_path, VALID))
    assert (done.returncode, done.stdout) == (0, "Sin hallazgos: el plan está en orden.\n")
    assert done.stderr == (
        "Sin --base no se revisa lo que cambió contra lo publicado: lo que se quitó, movió o reescribió.\n"
    )


def test_errors_leave_with_1_and_are_all_told_at_once(tmp_path: Path) -> None:
    done = check(tmp_path, "--root", str(write(tmp_path / "otro", BROKEN)))
    assert done.returncode == 1
    assert [line.partition(" error:")[0] for line in done.stdout.splitlines() if not line.startswith(" ")] == [
        f"{REPORT_PATH}:1:1: FOR04",
        f"{COMMITMENT_PATH}:4:9: FOR30",
        "Hallazgos. Errores: 2; advertencias: 0; notas: 0.",
    ]


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "FOR"], ["FOR04", "FOR30"]),
        (["--select", "for30"], ["FOR30"]),
        (["--select", "FOR04", "--select", "FOR30"], ["FOR04", "FOR30"]),
        (["--ignore", "FOR04"], ["FOR30"]),
        (["--select", "FOR", "--ignore", "FOR3"], ["FOR04"]),
        (["--select", "FEC"], []),
    ],
)
def test_rules_are_selected_and_ignored_by_the_beginning_of_their_code(
    tmp_path: Path, options: list[str], codes: list[str]
) -> None:
    done = check(write(tmp_path, BROKEN), "--format", "json", *options)
    assert [row["code"] for row in json.loads(done.stdout)] == codes
    assert done.returncode == bool(codes)


@pytest.mark.parametrize(("strict", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_stop_only_who_is_strict(tmp_path: Path, strict: list[str], code: int) -> None:
    done = check(write(tmp_path, SOURCELESS), *strict)
    assert done.returncode == code
    assert "PRO01 warning:" in done.stdout


@pytest.mark.parametrize(
    ("paths", "codes", "checked"),
    [
        ([REPORT_PATH], ["FOR04", "REF02"], f"{REPORT_PATH} y lo que depende de eso: commitments/01-agua"),
        (["commitments/"], ["FOR04", "REF02"], f"commitments y lo que depende de eso: {TREE_PATH}"),
        ([TREE_PATH], ["REF02"], f"{TREE_PATH} y lo que depende de eso: {COMMITMENT_PATH}"),
        (["."], ["FOR04", "REF02"], "el plan entero"),
        (
            ["plan/fuentes.yml"],
            ["FOR04", "REF02"],
            "plan/fuentes.yml y, como todo depende de eso, el plan entero",
        ),
        ([OTHER], [], OTHER),
    ],
)
def test_paths_choose_what_is_checked_with_all_that_depends_on_it(
    tmp_path: Path, paths: list[str], codes: list[str], checked: str
) -> None:
    lost = changed(COMMITMENT_PATH, ("agua/c1", "agua/c9"))
    root = write(tmp_path, {**lost, REPORT_PATH: "Texto sin ficha", OTHER: PAGE})
    done = check(root, "--format", "json", *paths)
    assert sorted(row["code"] for row in json.loads(done.stdout)) == codes
    assert done.returncode == int(bool(codes))
    assert done.stderr == f"Se revisó {checked}.\n"


def test_a_long_list_of_what_was_checked_is_cut(tmp_path: Path) -> None:
    root = write(tmp_path, {**VALID, **{f"plan/pagina-{number:02}.md": PAGE for number in range(12)}})
    done = check(root, "--format", "json", *(f"plan/pagina-{number:02}.md" for number in range(12)))
    assert done.stderr.endswith("plan/pagina-09.md y 2 más.\n")


def test_the_cut_off_can_be_another_for_one_run(tmp_path: Path) -> None:
    root = write(tmp_path, VALID)
    assert check(root, "--corte", "2020-12-30").returncode == 0
    early = json.loads(check(root, "--corte", "2020-04-09", "--format", "json").stdout)
    assert [(row["code"], row["path"]) for row in early] == [("FEC02", VERIFICATION_PATH)]
    assert "posterior al corte del plan (2020-04-09)" in early[0]["message"]


def test_json_has_one_object_a_finding(tmp_path: Path) -> None:
    rows = json.loads(check(write(tmp_path, BROKEN), "--format", "json").stdout)
    assert [sorted(row) for row in rows] == [["code", "column", "fix", "line", "message", "path", "severity"]] * 2
    assert (rows[1]["path"], rows[1]["line"], rows[1]["column"]) == (COMMITMENT_PATH, 4, 9)


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["--root", "nada"], "No existe la carpeta «nada».\n"),
        (["nada.md"], "No existe «nada.md».\n"),
        (["/etc/passwd"], "«/etc/passwd» está fuera de «.».\n"),
        (["../fuera.md"], "«../fuera.md» está fuera de «.».\n"),
        (["--format", "xml"], f"«xml» no es un formato. Hay: {', '.join(REPORTS)}.\n"),
        (
            ["--corte", "31/12/2020"],
            "«31/12/2020» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.\n",
        ),
        (
            ["--corte", "2020-02-30"],
            "«2020-02-30» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.\n",
        ),
        (["--corte", "20201231"], "«20201231» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.\n"),
        (
            ["--select", "FEX"],
            f"Ninguna regla empieza con «FEX». Familias: {', '.join(Family)}. «plan rules» las lista todas.\n",
        ),
        (["--corte", ""], "«» no es una fecha. Escríbala como año-mes-día, por ejemplo 2020-06-30.\n"),
        (["--nada"], ""),
    ],
)
def test_a_wrong_order_leaves_with_2_and_says_why(tmp_path: Path, arguments: list[str], why: str) -> None:
    write(tmp_path, {"fuera.md": ""})
    done = check(write(tmp_path / "raíz", VALID), *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == why or (not why and done.stderr)


def test_the_report_is_utf8_whatever_the_terminal(tmp_path: Path) -> None:
    done = check(write(tmp_path, BROKEN), "--format", "markdown", PYTHONIOENCODING="ascii", LC_ALL="C")
    assert done.returncode == 1
    assert "- ⛔ línea 4, **FOR30**" in done.stdout


def test_only_a_terminal_is_told_to_wait(tmp_path: Path) -> None:
    ours, theirs = os.openpty()
    root = write(tmp_path, VALID)
    subprocess.run(
        [str(PLAN), "check", "--format", "json"], cwd=root, stdout=subprocess.PIPE, stderr=theirs, check=True
    )
    os.close(theirs)
    assert os.read(ours, 1000).decode() == "Se lee el plan…\r\n"
    os.close(ours)
    assert check(root, "--format", "json").stderr == ""
