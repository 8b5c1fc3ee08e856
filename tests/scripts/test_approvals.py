"""``plan approvals`` and ``plan owners``, as a workflow and a maintainer run them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from plans import ACTORS, PLAN, REPORT_PATH, VALID, write

ROOT = Path(__file__).parents[2]
HEAD = "b" * 40
ACCOUNTS = ACTORS.replace(
    '    sector: "gobierno"\n', '    sector: "gobierno"\n    cuentas:\n      - "Gob-Uno"\n'
).replace('    sector: "sociedad_civil"\n', '    sector: "sociedad_civil"\n    cuentas:\n      - "osc-uno"\n')
FORUM = PLAN.replace('    - actor: "gob"\n', '    - actor: "gob"\n    - actor: "osc"\n')
BASE = {**VALID, "plan/actores.yml": ACCOUNTS, "plan/plan.yml": FORUM}
COMMITMENT = "commitments/01-agua/compromiso.md"


def run(verb: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", f"scripts.{verb}", *map(str, arguments)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )


@pytest.fixture
def forge(tmp_path: Path) -> Path:
    write(tmp_path, BASE)
    (tmp_path / "files.json").write_text(json.dumps([{"filename": COMMITMENT}, {"filename": "Makefile"}]))
    reviews = [
        {"id": 1, "user": {"login": "osc-uno"}, "state": "APPROVED", "commit_id": HEAD, "submitted_at": "2026-01-01"}
    ]
    (tmp_path / "reviews.json").write_text(json.dumps(reviews))
    return tmp_path


def decided(forge: Path, *more: str | Path, author: str = "gob-uno") -> subprocess.CompletedProcess[str]:
    files = ("--changes", forge / "files.json", "--reviews", forge / "reviews.json")
    return run("approvals", *files, "--author", author, "--root", forge, *more)


def test_green_when_both_sides_agree(forge: Path) -> None:
    done = decided(forge, "--head", HEAD)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "Las dos partes están de acuerdo con la última revisión.",
        "Compromiso c01: la parte pública propone este cambio (@gob-uno).",
        "Compromiso c01: la sociedad civil está de acuerdo (@osc-uno).",
        "Además cambian archivos del programa, que revisa mantenimiento: Makefile.",
    ]


def test_red_while_somebody_is_waited_for(forge: Path) -> None:
    done = decided(forge, "--head", HEAD, author="gente")
    assert done.returncode == 1
    assert "Compromiso c01: falta el acuerdo de la parte pública (SEP)." in done.stdout
    done = decided(forge, "--head", "c" * 40)
    assert done.returncode == 1


def test_as_markdown_nobody_is_called(forge: Path) -> None:
    done = decided(forge, "--head", HEAD, "--format", "markdown")
    assert "@osc" not in done.stdout
    assert done.stdout.startswith("**Las dos partes")


def test_as_json(forge: Path) -> None:
    answer = json.loads(decided(forge, "--head", HEAD, "--format", "json").stdout)
    assert answer["agreed"] is True
    assert answer["code"] == ["Makefile"]
    assert [(side["side"], side["answer"], side["account"]) for side in answer["sides"]] == [
        ("institution", "wrote", "gob-uno"),
        ("organisation", "agreed", "osc-uno"),
    ]


def test_the_proposal_itself_may_name_the_last_revision(forge: Path) -> None:
    (forge / "pull.json").write_text(
        json.dumps({"number": 7, "head": {"sha": HEAD}, "base": {"ref": "main"}, "user": {"login": "Gob-Uno"}})
    )
    assert decided(forge, "--pull", forge / "pull.json").returncode == 0
    done = decided(forge, "--pull", forge / "pull.json", "--head", "c" * 40)
    assert (done.returncode, "según" in done.stderr) == (2, True)


@pytest.mark.parametrize("name", ["files.json", "reviews.json"])
@pytest.mark.parametrize("text", ["", "{", "[1]", "\x00", '[{"filename": "\x1b[31m"'])
def test_what_is_not_the_forges_is_misuse(forge: Path, name: str, text: str) -> None:
    (forge / name).write_text(text)
    done = decided(forge, "--head", HEAD)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr
    assert "\x1b" not in done.stderr


def test_without_a_last_revision_nothing_is_decided(forge: Path) -> None:
    done = decided(forge)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--head" in done.stderr


def test_owners_are_written_and_held(forge: Path) -> None:
    assert run("owners", "--root", forge, "--check").returncode == 1
    assert run("owners", "--root", forge).returncode == 0
    lines = (forge / ".github/CODEOWNERS").read_text().splitlines()
    assert [line for line in lines if not line.startswith("#")] == [
        "/plan/ @gob-uno @osc-uno",
        "/commitments/ @gob-uno @osc-uno",
        "/commitments/01-agua/ @gob-uno @osc-uno",
        "/commitments/01-agua/avances/ @gob-uno",
        "/commitments/01-agua/verificaciones/ @osc-uno",
        "/commitments/01-agua/evidencias/ @gob-uno",
    ]
    assert run("owners", "--root", forge, "--check").returncode == 0


def test_without_accounts_nobody_is_asked(tmp_path: Path) -> None:
    write(tmp_path, VALID)
    run("owners", "--root", tmp_path)
    assert all(line.startswith("#") for line in (tmp_path / ".github/CODEOWNERS").read_text().splitlines())


def test_a_report_needs_its_institution_alone(forge: Path) -> None:
    (forge / "files.json").write_text(json.dumps([{"filename": REPORT_PATH}]))
    assert decided(forge, "--head", HEAD).returncode == 0


def test_the_real_list_of_owners_is_up_to_date() -> None:
    assert run("owners", "--check").returncode == 0
