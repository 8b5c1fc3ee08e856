"""An invented plan as a repository: its commits on their days, by roles, the same wherever it is made."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from actionplan.demo.actors import SECRETARIAT, organisation
from actionplan.demo.commits import PlanFile, SimulatedCommit, fast_import
from actionplan.demo.generator import files_after, generate

PLAN = Path(sys.executable).with_name("plan")


def made(root: Path, **environment: str) -> Path:
    command = [str(PLAN), "demo", str(root), "--commitments", "3", "--seed", "4", "--history"]
    subprocess.run(command, capture_output=True, check=True, env={**os.environ, **environment})
    return root


def git(root: Path, *arguments: str) -> str:
    done = subprocess.run(["git", "-C", root, *arguments], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return made(tmp_path_factory.mktemp("demo") / "plan")


def test_what_others_propose_is_numbered_and_the_day_goes_on() -> None:
    day = date(2023, 1, 9)
    commits = [
        SimulatedCommit(day, SECRETARIAT, "Empieza", (PlanFile("a/é.md", "ñ\n"),)),
        SimulatedCommit(day, organisation(1), "Verifica", (PlanFile("b.md", ""),)),
    ]
    assert b"".join(fast_import(commits)).decode() == (
        "commit refs/heads/main\n"
        "committer Secretaría técnica de ejemplo (cuenta ficticia) <secretaria-tecnica@ejemplo.example>"
        " 1673251200 +0000\n"
        "data 8\nEmpieza\n\nM 100644 inline a/é.md\ndata 3\nñ\n\n"
        "commit refs/heads/main\n"
        "committer Organización de Ejemplo 1 (cuenta ficticia) <organizacion-01@ejemplo.example> 1673251215 +0000\n"
        "data 14\nVerifica (#1)\n\nM 100644 inline b.md\ndata 0\n\n"
        "done\n"
    )


def test_every_simulated_commit_is_made_on_its_day(root: Path) -> None:
    logged = git(root, "log", "--reverse", "--format=%as|%an|%s").split("\n")
    for line, commit in zip(logged, generate(3, 4), strict=True):
        day, author, subject = line.split("|", 2)
        assert (day, author) == (str(commit.day), f"{commit.author.name} (cuenta ficticia)")
        assert re.fullmatch(re.escape(commit.subject) + r"( \(#\d+\))?", subject)


def test_nobody_is_named_and_no_address_can_exist(root: Path) -> None:
    people = set(git(root, "log", "--format=%an <%ae>%n%cn <%ce>").split("\n"))
    assert all(re.fullmatch(r"[\w ]+ \(cuenta ficticia\) <[a-z0-9-]+@ejemplo\.example>", name) for name in people)


def test_no_commit_comes_after_the_cut_off() -> None:
    assert max(commit.day for commit in generate(130, 1)) <= date(2024, 10, 31)


def test_the_files_are_those_of_a_plan_without_history_and_nothing_is_left_to_commit(root: Path) -> None:
    assert git(root, "branch", "--show-current") == "main"
    assert git(root, "status", "--porcelain") == ""
    kept = {name: (root / name).read_text("utf-8") for name in git(root, "ls-files", "-z").strip("\0").split("\0")}
    assert kept == {file.path: file.text for file in files_after(generate(3, 4))}
    assert (root / "mkdocs.yml").is_file()


def test_the_same_seed_gives_the_same_commits_whatever_the_user_set(root: Path, tmp_path: Path) -> None:
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\nname = Otra\n[core]\nautocrlf = true\n[init]\ndefaultBranch = otra\n")
    other = made(
        tmp_path / "otro",
        GIT_CONFIG_GLOBAL=str(settings),
        GIT_AUTHOR_DATE="2001-01-01T00:00:00+0900",
        GIT_COMMITTER_NAME="Otra",
        TZ="Pacific/Kiritimati",
    )
    assert git(other, "rev-parse", "HEAD") == git(root, "rev-parse", "HEAD")
    assert git(other, "status", "--porcelain") == ""
    assert b"\r" not in (other / "plan/plan.yml").read_bytes()


def test_the_repository_is_whole(root: Path) -> None:
    git(root, "fsck", "--strict")
