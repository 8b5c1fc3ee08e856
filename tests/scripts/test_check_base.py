"""``plan check --base``: a proposal against what was published, in repositories of git as they come."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, REPORT, REPORT_PATH, ROADMAP_PATH, TREE_PATH, VALID, changed, write

PLAN = Path(sys.executable).with_name("plan")
EVIDENCE = "commitments/01-agua/evidencias/acta.pdf"
PROOF = 'porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        archivo: "acta.pdf"\n'
MOMENT = "2020-06-01T12:00:00+0000"


def git(root: Path, *arguments: str) -> str:
    who = ("-c", "user.name=Prueba", "-c", "user.email=prueba@example.org")
    fixed = {"GIT_AUTHOR_DATE": MOMENT, "GIT_COMMITTER_DATE": MOMENT}
    environment = {**os.environ, **fixed, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    command = ["git", "-C", str(root), *who, *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode().strip()


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "cambio")


def check(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [str(PLAN), "check", *arguments], cwd=root, capture_output=True, encoding="utf-8", check=False
    )
    assert "Traceback" not in done.stderr
    return done


def told(root: Path, *arguments: str) -> list[str]:
    rows = json.loads(check(root, "--format", "json", *(arguments or ("--base", "main"))).stdout)
    return [f"{row['path']} {row['code']}" for row in rows]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with the valid plan and a file of evidence on main, and a proposal checked out."""
    here = write(tmp_path / "repo", {**changed(REPORT_PATH, ("porcentaje: 40\n", PROOF)), EVIDENCE: b"%PDF-1.4 una"})
    git(here, "init", "--quiet", "--initial-branch=main")
    commit(here)
    git(here, "checkout", "--quiet", "-b", "propuesta")
    return here


def test_no_change_is_no_finding_and_nothing_to_say(root: Path) -> None:
    before = told(root, "--base", "main")
    done = check(root, "--base", "main")
    assert not [line for line in before if "HIS" in line]
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("committed", [True, False])
def test_a_report_that_was_edited_is_an_error_committed_or_not(root: Path, committed: bool) -> None:
    path = root / REPORT_PATH
    path.write_text(path.read_text("utf-8").replace("40", "60"), "utf-8")
    if committed:
        commit(root)
    assert f"{REPORT_PATH} HIS14" in told(root)
    assert check(root, "--base", "main").returncode == 1
    assert check(root).returncode == 0


def test_a_deleted_file_is_told_and_can_be_asked_for(root: Path) -> None:
    (root / REPORT_PATH).unlink()
    commit(root)
    assert f"{REPORT_PATH} HIS13" in told(root)
    assert f"{REPORT_PATH} HIS13" in told(root, "--base", "main", REPORT_PATH)
    assert check(root, REPORT_PATH).returncode == 2
    assert f"{REPORT_PATH} HIS13" not in told(root, "--base", "main", TREE_PATH)


def test_a_renamed_folder_is_no_removal(root: Path) -> None:
    git(root, "mv", "commitments/01-agua", "commitments/01-agua-medida")
    git(root, "mv", TREE_PATH, TREE_PATH.replace("agua", "agua-potable"))
    assert not [line for line in told(root) if "HIS" in line]
    commit(root)
    assert not [line for line in told(root) if "HIS" in line]


def test_a_deleted_commitment_is_one_finding_of_the_comparison(root: Path) -> None:
    git(root, "rm", "--quiet", "-r", "commitments/01-agua")
    commit(root)
    assert [line for line in told(root) if "HIS" in line] == [f"{COMMITMENT_PATH} HIS01"]


def test_evidence_of_the_same_size_and_other_contents_is_seen(root: Path) -> None:
    (root / EVIDENCE).write_bytes(b"%PDF-1.4 dos")
    assert [line for line in told(root) if "HIS" in line] == [f"{REPORT_PATH} HIS16"]
    commit(root)
    assert [line for line in told(root) if "HIS" in line] == [f"{REPORT_PATH} HIS16"]


def test_a_proposal_that_is_behind_takes_nothing_away_and_is_told_so(root: Path) -> None:
    start = git(root, "rev-parse", "--short=7", "main")
    git(root, "checkout", "--quiet", "main")
    later = REPORT_PATH.replace("03-31", "06-30")
    write(root, {later: REPORT.replace("2020-03-31", "2020-06-30")})
    commit(root)
    git(root, "checkout", "--quiet", "propuesta")
    write(root, {"plan/fuentes.yml": f'{VALID["plan/fuentes.yml"]}    url: "https://gob.example/"\n'})
    commit(root)
    behind = check(root, "--base", "main")
    assert "HIS" not in behind.stdout
    assert behind.stderr == (
        f"«main» siguió adelante: se compara con {start}, la versión de la que partió la propuesta.\n"
    )
    assert f"{later}:1:1: HIS13" in check(root, "--base", "main", "--direct").stdout
    git(root, "merge", "--quiet", "--no-edit", "main")
    merged = check(root, "--base", "main")
    assert "HIS" not in merged.stdout
    assert merged.stderr == ""


@pytest.mark.parametrize("text", ["", "---\ntipo: [\n---\n", '---\ntipo: "compromiso"\nid: "c01"\n---\n'])
@pytest.mark.parametrize("path", [COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH, "plan/actores.yml", "plan/plan.yml"])
def test_what_cannot_be_read_on_either_side_is_no_removal(root: Path, path: str, text: str) -> None:
    whole = (root / path).read_text("utf-8")
    write(root, {path: text})
    assert not [line for line in told(root) if "HIS" in line]
    commit(root)
    write(root, {path: whole})
    assert not [line for line in told(root, "--base", "propuesta") if "HIS" in line]


def test_a_plan_in_a_folder_of_its_repository_is_compared_in_its_folder(root: Path) -> None:
    git(root, "checkout", "--quiet", "main")
    (root / "planes").mkdir()
    git(root, "mv", "plan", "commitments", "planes/")
    write(root, {f"plan/{name}": "x" for name in ("plan.yml", "otra.md")})
    commit(root)
    here = root / "planes"
    (here / REPORT_PATH).unlink()
    assert f"{REPORT_PATH} HIS13" in told(here)
    assert f"{REPORT_PATH} HIS13" in told(root, "--root", "planes", "--base", "HEAD")


def test_a_base_without_a_plan_is_said(root: Path) -> None:
    git(root, "checkout", "--quiet", "--orphan", "vacía")
    git(root, "rm", "--quiet", "-r", "--cached", ".")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "nada")
    done = check(root, "--base", "vacía")
    assert (done.returncode, done.stderr) == (0, "En «vacía» no había plan en esta carpeta: no hay con qué comparar.\n")
    git(root, "checkout", "--quiet", "--force", "propuesta")
    apart = check(root, "--base", "vacía")
    assert apart.stderr == (
        "«vacía» y la propuesta no tienen historia en común: se comparan tal cual.\n"
        "En «vacía» no había plan en esta carpeta: no hay con qué comparar.\n"
    )


def test_a_base_that_git_does_not_know_is_a_wrong_order(root: Path) -> None:
    for name in ("nada", "--all", "", "main:plan"):
        done = check(root, f"--base={name}")
        assert (done.returncode, done.stdout) == (2, "")
        assert (
            done.stderr
            == f"El repositorio no tiene ninguna versión «{name}»: escriba una rama, una etiqueta o un commit.\n"
        )


def test_without_a_repository_there_is_no_base(tmp_path: Path) -> None:
    done = check(write(tmp_path, VALID), "--base", "main")
    assert done.returncode == 2
    assert done.stderr.startswith("«.» no está en un repositorio que git pueda leer, y sin él no hay «main».")


def test_a_clone_that_is_cut_short_says_how_to_get_the_rest(root: Path, tmp_path: Path) -> None:
    clone = tmp_path / "copia"
    git(tmp_path, "clone", "--quiet", "--depth=1", "--branch=propuesta", root.as_uri(), str(clone))
    assert check(clone, "--base", "HEAD").returncode == 0
    done = check(clone, "--base", "main")
    assert done.returncode == 2
    assert "git fetch --unshallow" in done.stderr
    assert "fetch-depth: 0" in done.stderr


def test_the_comparison_is_in_every_format_and_counts_for_the_exit(root: Path) -> None:
    text = (root / ROADMAP_PATH).read_text("utf-8")
    write(root, {ROADMAP_PATH: text.replace('"2020-03-31"', '"2020-05-31"')})
    for output in ("text", "github", "json", "markdown"):
        done = check(root, "--base", "main", "--format", output)
        assert done.returncode == 1
        assert "HIS08" in done.stdout
