"""What the forge is asked to do with a filled form: a real repository, and a program in the place of the forge's."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from intake.filled import PROGRESS, filled, intake, issue
from plans import VALID

from actionplan.intake.forms import FormName

PROPOSE = Path(__file__).parents[2] / ".ci/propose"
REPORT = "commitments/01-agua/avances/2020-06-30-gob.md"
WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
# Notes what it is asked, and the text of any file among its arguments; it knows of no pull request yet.
FORGE = """\
#!/usr/bin/env bash
echo "gh $*" | sed "s#[^ ]*/body#BODY#; s#[^ ]*/reply#REPLY#" >> "$ASKED"
"""

pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="jq is not installed")


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(root), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout


def propose(folder: Path, body: str) -> tuple[str, Path]:
    """What the forge's program was asked, and the repository that was pushed to."""
    plan, forge = folder / "plan", folder / "o/r.git"
    plan.mkdir()
    answer = intake(plan, VALID, issue(body))
    (plan / "issue.json").unlink()
    git(folder, "init", "--quiet", "--bare", str(forge))
    git(plan, "init", "--quiet", "--initial-branch=main")
    git(plan, "add", "--all", "--", ".", f":!{REPORT}")
    git(plan, "commit", "--quiet", "--message", "Empieza")
    (folder / "outcome.json").write_text(json.dumps(answer), "utf-8")
    (folder / "gh").write_text(FORGE, "utf-8")
    (folder / "gh").chmod(0o755)
    environment = {
        **os.environ,
        "PATH": f"{folder}:{os.environ['PATH']}",
        "ASKED": str(folder / "asked"),
        "GH_REPO": "o/r",
        "GH_TOKEN": "x",
        "ISSUE": "7",
        "GITHUB_SERVER_URL": f"file://{folder}",
        "GIT_CONFIG_GLOBAL": os.devnull,
    }
    subprocess.run(["bash", str(PROPOSE), str(folder / "outcome.json")], cwd=plan, env=environment, check=True)
    return (folder / "asked").read_text("utf-8"), forge


def test_a_report_becomes_a_branch_a_pull_request_a_check_and_an_answer(tmp_path: Path) -> None:
    asked, forge = propose(tmp_path, filled(FormName.PROGRESS, PROGRESS))
    assert asked.splitlines() == [
        "gh pr list --head formulario-7 --state open --json number --jq .[].number",
        "gh pr create --head formulario-7 --title Avance de c01: gob, 2020-06-30 --body-file BODY",
        "gh issue comment 7 --body-file REPLY --edit-last --create-if-none",
        "gh workflow run test.yml --ref formulario-7",
    ]
    assert git(forge, "log", "-1", "--format=%an%n%B", "formulario-7").strip() == (
        "github-actions[bot]\nAvance de c01: gob, 2020-06-30\n\nSale del formulario #7.\n\nPropuesto-por: maria"
    )
    assert git(forge, "show", "--format=", "--name-only", "formulario-7").split() == [REPORT]


def test_what_proposes_nothing_is_answered_and_that_is_all(tmp_path: Path) -> None:
    asked, forge = propose(tmp_path, "$(touch x) `touch x` ${{ github.token }}")
    assert asked == "gh issue comment 7 --body-file REPLY --edit-last --create-if-none\n"
    assert git(forge, "branch", "--list") == ""
