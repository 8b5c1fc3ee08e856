"""The log of a built site: read from a real repository, the same whenever it is built, and harmless."""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from plans import COMMITMENT, COMMITMENT_PATH, REPORT_PATH, VALID

from actionplan.language.languages import SITE_SETTINGS

Files = dict[str, str | bytes]
Run = Callable[..., "subprocess.CompletedProcess[str]"]
Workshop = Callable[[Path, Files], Path]

# Between angle brackets the history takes anything for an address, so these stay open.
HOSTILE = """x"> {{ 7*7 }} [a](javascript:window.__x=1) &lt;b&gt; <img src=x onerror=window.__x=1 (#12)"""
FILES: Files = {
    **VALID,
    "plan/plan.yml": VALID["plan/plan.yml"].replace('corte: "', 'forja: "https://forja.example/plan"\ncorte: "'),
}


def git(root: Path, *arguments: str) -> None:
    who = {f"GIT_{role}_{part}": "ana@example.org" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")}
    dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), "1577880000 +0000")
    environment = {**os.environ, **who, **dates, "GIT_CONFIG_GLOBAL": os.devnull}
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True, env=environment)


@pytest.fixture
def repository_of_plan(tmp_path: Path, workshop: Workshop) -> Path:
    root = workshop(tmp_path / "repo", {**FILES})
    git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "plan", "commitments")
    git(root, "commit", "--quiet", "--message", f"{HOSTILE}\n\nPorque <script src=//mal.example/")
    return root


def log_of(root: Path, run: Run, **environment: str) -> dict[str, bytes]:
    """The pages of the log, in both languages, as built now."""
    done = run("plan", "build", "--root", root, **environment)
    assert done.returncode == 0, done.stderr
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in sorted(site.glob("**/cambios/**/*.html"))}


def test_the_log_is_that_of_the_commits_whatever_the_clock_and_the_files_not_yet_committed(
    repository_of_plan: Path, run: Run
) -> None:
    first = log_of(repository_of_plan, run)
    assert list(first) == [
        *("cambios/2020/index.html", "cambios/index.html", "en/cambios/2020/index.html", "en/cambios/index.html")
    ]
    (repository_of_plan / COMMITMENT_PATH).write_text(COMMITMENT.replace("Medir el agua.", "Medir cada gota."))
    assert log_of(repository_of_plan, run, TZ="Pacific/Kiritimati", SOURCE_DATE_EPOCH="1") == first


def test_hostile_words_of_a_commit_are_shown_as_they_are(repository_of_plan: Path, run: Run) -> None:
    for html in log_of(repository_of_plan, run).values():
        text = html.decode()
        assert HOSTILE.removesuffix(" (#12)") in unescape(text)
        assert "Porque &lt;script src=//mal.example/" in text
        assert not re.search(r"<img src=x|=.javascript:|<script src=//mal", text)
        assert 'href="https://forja.example/plan/pull/12"' in text
        assert "ana@example.org" not in text
    found = (repository_of_plan / "site/search/search_index.json").read_text("utf-8")
    assert "onerror" not in found


def test_a_shallow_clone_or_none_at_all_is_a_notice(repository_of_plan: Path, tmp_path: Path, run: Run) -> None:
    (repository_of_plan / REPORT_PATH).write_bytes((repository_of_plan / REPORT_PATH).read_bytes() + b"\n")
    git(repository_of_plan, "commit", "--quiet", "--all", "--message", "Segundo")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository_of_plan}", str(clone))
    for name in (*SITE_SETTINGS, "hooks", "actionplan"):
        (clone / name).symlink_to(repository_of_plan / name)
    assert b"una copia incompleta" in log_of(clone, run)["cambios/index.html"]
    (clone / ".git").rename(tmp_path / "away")
    assert b"sin la historia" in log_of(clone, run)["cambios/index.html"]
