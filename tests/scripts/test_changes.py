"""``plan changes`` on real repositories: what is compared, in which form it is told."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, VALID, write
from tracked import action, activity, files_of, report, roadmap

from actionplan.diff.report import LONGEST
from scripts.plan import plan as command

RUN = CliRunner()
WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
LATER = VALID[ROADMAP_PATH].replace('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"')
SENTENCE = "En la hoja de ruta de c01, a1.1: la conclusión se atrasa 76 días, de 2020-03-31 a 2020-06-15."


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *WHO, *arguments]
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.strip()


@pytest.fixture
def plan_folder(tmp_path: Path) -> Path:
    write(tmp_path, VALID)
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Empieza")
    return tmp_path


def changes(root: Path, *arguments: str) -> Result:
    done = RUN.invoke(command, ["changes", "--root", str(root), *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def test_the_folder_is_compared_with_what_was_published(plan_folder: Path) -> None:
    assert changes(plan_folder, "--base", "main").stdout == "Sin cambios de fondo: el plan dice lo mismo que antes.\n"
    write(plan_folder, {ROADMAP_PATH: LATER})
    lines = changes(plan_folder, "--base", "main").stdout.splitlines()
    assert lines[:2] == ["Cambios de fondo: 1.", f"{ROADMAP_PATH}:15: {SENTENCE}"]
    assert lines[2] == (
        "    Qué se pide: Las dos partes deben estar de acuerdo. "
        "Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó."
    )


def test_two_revisions_are_compared_without_touching_the_folder(plan_folder: Path) -> None:
    git(plan_folder, "switch", "--quiet", "--create", "propuesta")
    write(plan_folder, {ROADMAP_PATH: LATER})
    git(plan_folder, "mv", "commitments/01-agua", "commitments/01-agua-medida")
    git(plan_folder, "commit", "--quiet", "--all", "--message", "Propone")
    git(plan_folder, "switch", "--quiet", "main")
    answer = json.loads(changes(plan_folder, "--base", "main", "--head", "propuesta", "--format", "json").stdout)
    assert (answer["base"], answer["head"]) == (
        git(plan_folder, "rev-parse", "main"),
        git(plan_folder, "rev-parse", "propuesta"),
    )
    assert [row["kind"] for row in answer["changes"]] == ["later_end", "folder_moved"]
    assert answer["changes"][0]["commitment"] == "c01"
    assert {"path": ROADMAP_PATH, "previous_path": None, "status": "removed"} in answer["documents"]


def test_a_form_that_changed_is_a_document_and_no_change(plan_folder: Path) -> None:
    write(plan_folder, {REPORT_PATH: VALID[REPORT_PATH].replace('"gob"', "gob")})
    answer = json.loads(changes(plan_folder, "--base", "main", "--format", "json").stdout)
    assert answer["changes"] == []
    assert answer["documents"] == [{"path": REPORT_PATH, "previous_path": None, "status": "modified"}]


def test_a_comment_is_safe_grouped_and_never_too_long(plan_folder: Path) -> None:
    hostile = VALID[COMMITMENT_PATH].replace('"Dirección de Aguas"', '"@todas [x](http://malo) `a` ::error::"')
    causes = "".join(f'  - id: "n{number}"\n    texto: "Causa {"muy " * 40}{number}."\n' for number in range(150))
    tree = VALID["plan/3-arboles/agua.md"].replace("causas:\n", f"causas:\n{causes}")
    write(plan_folder, {COMMITMENT_PATH: hostile, "plan/3-arboles/agua.md": tree})
    comment = changes(plan_folder, "--base", "main", "--format", "markdown").stdout
    assert len(comment) <= LONGEST
    assert comment.startswith("**Cambios de fondo: 151.**\n")
    assert "### Compromiso c01" in comment
    assert "<details>" in comment
    assert "@todas" not in comment
    assert "](http" not in comment
    huge = "".join(f'  - id: "m{number}"\n    texto: "Causa {number:>048}."\n' for number in range(700))
    tree = VALID["plan/3-arboles/agua.md"].replace("causas:\n", f"causas:\n{huge}")
    write(plan_folder, {"plan/3-arboles/agua.md": tree})
    comment = changes(plan_folder, "--base", "main", "--format", "markdown").stdout
    assert len(comment) <= LONGEST
    assert "cambios más, que no caben" in comment


def test_files_in_custody_count_as_they_do_on_the_site(tmp_path: Path) -> None:
    road = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31", means="v1")))
    write(tmp_path, files_of(road))
    git(tmp_path, "init", "--quiet", "--initial-branch=main")
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Empieza")
    write(tmp_path, report("2020-06-30", "a1.1 completado 100 +v1"))
    assert "El avance real de c01 pasa de — a 100 %." in changes(tmp_path, "--base", "main").stdout
    git(tmp_path, "add", "--all")
    git(tmp_path, "commit", "--quiet", "--message", "Reporta")
    write(tmp_path, {f"{COMMITMENT_PATH.rpartition('/')[0]}/evidencias/acta.pdf": b"otra cosa"})
    assert "El avance real de c01 pasa de 100 % a 99 %." in changes(tmp_path, "--base", "main").stdout


def test_annotations_stand_on_their_lines(plan_folder: Path) -> None:
    write(plan_folder, {ROADMAP_PATH: LATER})
    [line] = changes(plan_folder, "--base", "main", "--format", "github").stdout.splitlines()
    assert line.startswith(
        f"::notice file={ROADMAP_PATH},line=15,title=Requiere el acuerdo de las dos partes::{SENTENCE}"
    )


def test_what_cannot_be_read_is_named_and_the_rest_compared(plan_folder: Path) -> None:
    write(plan_folder, {ROADMAP_PATH: LATER, "plan/3-arboles/agua.md": "---\n["})
    done = changes(plan_folder, "--base", "main")
    assert (done.exit_code, SENTENCE in done.stdout, done.stderr) == (0, True, "")
    unread = "plan/3-arboles/agua.md:1: No se puede leer plan/3-arboles/agua.md: no se sabe qué cambia ahí."
    assert done.stdout.splitlines()[1] == unread


@pytest.mark.parametrize(
    "arguments", [("--base", "nada"), ("--base", "main", "--head", "nada"), ("--base", "main", "--format", "pdf")]
)
def test_what_cannot_be_done_is_refused_in_words(plan_folder: Path, arguments: tuple[str, ...]) -> None:
    done = changes(plan_folder, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert "nada" in done.stderr or "pdf" in done.stderr
