"""What the forge is asked to do with a filled form: real repositories by HTTP, and a program in place of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from forge.repositories import TOKEN, git, repository, served
from intake.filled import PROGRESS, filled, intake, issue
from plans import VALID

from actionplan.intake.forms import FormName

PROPOSE = Path(__file__).parents[2] / ".ci/propose"
REPORT = "commitments/01-agua/avances/2020-06-30-gob.md"
# Notes what it is asked, keeps the files that it is given, and knows of the pull requests that are in PULLS.
FORGE = """\
#!/usr/bin/env bash
echo "gh $*" | sed "s#[^ =@]*/\\(body\\|reply\\)#\\1#g" >> "$ASKED"
while [ $# -gt 0 ]; do
  case $1 in --body-file) cp "$2" "$KEPT/${2##*/}" ;; body=@*) cp "${1#body=@}" "$KEPT/body" ;; esac
  case $1$2 in prlist) list=$PULLS ;; prcreate) echo "$MADE" > "$PULLS"; echo https://forja.example/o/r/pull/12 ;; esac
  case $1 in --jq) jq "$2" "$list" ;; esac
  shift
done
"""

MADE = '[{"number": 12, "isCrossRepository": false}]'
FORKED = '[{"number": 11, "isCrossRepository": true}]'

COMMENTED = "gh issue comment 7 --body-file reply --edit-last --create-if-none"
OURS = ".[] | select(.isCrossRepository | not) | .number"
LISTED = f"gh pr list --head formulario-7 --state open --json number,isCrossRepository --jq {OURS}"


@dataclass
class Forge:
    """A forge with one repository."""

    folder: Path
    address: str

    @property
    def store(self) -> Path:
        return self.folder / "forja/o/r.git"

    def kept(self, name: str) -> str:
        return (self.folder / name).read_text("utf-8")

    def handles(self, body: str | None, token: str = TOKEN) -> tuple[int, list[str]]:
        """Run what the workflow runs on a new clone, for a form with this text or a closed one; what was asked for."""
        for name in ("clon", "plan", "asked", "reply", "body"):
            shutil.rmtree(self.folder / name, ignore_errors=True)
            (self.folder / name).unlink(missing_ok=True)
        clone = self.folder / "clon"
        git(self.folder, "clone", "--quiet", f"{self.address}/o/r.git", str(clone))
        outcome = self.folder / "outcome.json"
        if body is not None:
            outcome.write_text(json.dumps(intake(clone, {}, issue(body))), "utf-8")
            (clone / "issue.json").unlink()
        environment = {
            **os.environ,
            "PATH": f"{self.folder}:{os.environ['PATH']}",
            "GIT_TERMINAL_PROMPT": "0",
            "ASKED": str(self.folder / "asked"),
            "KEPT": str(self.folder),
            "PULLS": str(self.folder / "pulls"),
            "MADE": MADE,
            "GH_REPO": "o/r",
            "GH_TOKEN": token,
            "ISSUE": "7",
            "GITHUB_SERVER_URL": self.address,
            "GIT_CONFIG_GLOBAL": os.devnull,
        }
        command = ["bash", str(PROPOSE), *([str(outcome)] if body is not None else [])]
        done = subprocess.run(command, cwd=clone, env=environment, check=False, capture_output=True, text=True)
        assert token not in done.stdout + done.stderr + (clone / ".git/config").read_text("utf-8")
        return done.returncode, self.kept("asked").splitlines() if (self.folder / "asked").exists() else []


@pytest.fixture
def forge(tmp_path: Path) -> Iterator[Forge]:
    root = repository(tmp_path / "origen", VALID)
    git(tmp_path, "clone", "--quiet", "--bare", str(root), str(tmp_path / "forja/o/r.git"))
    (tmp_path / "gh").write_text(FORGE, "utf-8")
    (tmp_path / "gh").chmod(0o755)
    (tmp_path / "pulls").write_text(FORKED, "utf-8")
    with served(tmp_path / "forja") as address:
        yield Forge(tmp_path, address)


def test_a_report_becomes_a_branch_a_pull_request_its_checks_and_an_answer(forge: Forge) -> None:
    assert forge.handles(filled(FormName.PROGRESS, PROGRESS)) == (
        0,
        [
            LISTED,
            "gh pr create --head formulario-7 --title Avance de c01: gob, 2020-06-30 --body-file body",
            COMMENTED,
            "gh workflow run proposal.yml --ref formulario-7 -f number=12",
            "gh workflow run test.yml --ref formulario-7",
            f"gh workflow run answer.yml -f head={git(forge.store, 'rev-parse', 'formulario-7')}",
        ],
    )
    assert git(forge.store, "log", "-1", "--format=%an%n%B", "formulario-7") == (
        "github-actions[bot]\nAvance de c01: gob, 2020-06-30\n\nSale del formulario #7.\n\n"
        "Co-authored-by: maria <583231+maria@users.noreply.github.com>"
    )
    assert git(forge.store, "diff", "--name-status", "main", "formulario-7") == f"A\t{REPORT}"
    assert forge.kept("reply").startswith("Gracias. Con sus respuestas se abrió la propuesta #12. En unos minutos")
    assert forge.kept("body").startswith("Sale del formulario #7.\n\nCloses #7\n")


def test_a_form_that_is_edited_replaces_what_it_proposed(forge: Forge) -> None:
    forge.handles(filled(FormName.PROGRESS, PROGRESS))
    assert forge.handles(filled(FormName.PROGRESS, PROGRESS | {"porcentaje": "70"})) == (
        0,
        [
            LISTED,
            "gh api --silent --method PATCH repos/o/r/pulls/12 -f title=Avance de c01: gob, 2020-06-30 -F body=@body",
            COMMENTED,
            "gh workflow run proposal.yml --ref formulario-7 -f number=12",
            "gh workflow run test.yml --ref formulario-7",
            f"gh workflow run answer.yml -f head={git(forge.store, 'rev-parse', 'formulario-7')}",
        ],
    )
    assert git(forge.store, "rev-list", "--count", "main..formulario-7") == "1"
    assert "porcentaje: 70" in git(forge.store, "show", f"formulario-7:{REPORT}")


@pytest.mark.parametrize("body", ["Ya no.", None])
def test_what_is_no_longer_said_is_withdrawn(forge: Forge, body: str | None) -> None:
    forge.handles(filled(FormName.PROGRESS, PROGRESS))
    assert forge.handles(body) == (
        0,
        [
            LISTED,
            "gh pr close 12 --comment Se retira: el formulario #7 se cerró o ya no dice lo que se propuso aquí.",
            *([COMMENTED] if body else []),
        ],
    )
    assert git(forge.store, "branch", "--list", "formulario-7") == ""


def test_what_proposes_nothing_is_answered_and_that_is_all(forge: Forge) -> None:
    hostile = {"pregunta": "$(touch x) `touch x` ${{ github.token }}"}
    assert forge.handles(filled(FormName.QUESTION, hostile)) == (0, [LISTED, COMMENTED])
    assert git(forge.store, "branch", "--list", "--format=%(refname:short)") == "main"
    assert forge.handles(None) == (0, [LISTED])


def test_what_was_never_a_form_is_left_alone(forge: Forge) -> None:
    assert forge.handles("Se cae al abrir el tablero.") == (0, [LISTED])


def test_without_leave_to_push_nothing_is_promised(forge: Forge) -> None:
    code, asked = forge.handles(filled(FormName.PROGRESS, PROGRESS), token="otra")
    assert (code != 0, asked) == (True, [LISTED])
