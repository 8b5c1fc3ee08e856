"""What git remembers of a plan, read in one pass and kept for the next."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from actionplan.git import history
from actionplan.git.history import Commit, History, HistoryDepth, Touch, read_history
from actionplan.git.run import Git

FOLDER = "commitments/01-agua"
REPORT = f"{FOLDER}/avances/2020-03-31-gob.md"
DAY = 86_400


class Repository:
    """A repository whose commits are a day apart, from 2020-01-01 on."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.commits = 0
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "--initial-branch=main")

    def git(self, *arguments: str) -> str:
        moment = f"{1_577_880_000 + self.commits * DAY} +0000"
        who = {f"GIT_{role}_{part}": value for role in ("AUTHOR", "COMMITTER") for part, value in _WHO.items()}
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        done = subprocess.run(
            ["git", "-C", str(self.root), *arguments],
            check=True,
            capture_output=True,
            text=True,
            env={**os.environ, **who, **dates, "GIT_CONFIG_GLOBAL": os.devnull},
        )
        return done.stdout.strip()

    def write(self, path: str, text: str = "texto\n") -> None:
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, "utf-8")

    def commit(self, message: str, *arguments: str) -> str:
        self.commits += 1
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message, *arguments)
        return self.git("rev-parse", "HEAD")


_WHO = {"NAME": "Ana Persona", "EMAIL": "ana@example.org"}


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "plan-de-prueba")


def said(past: History) -> list[tuple[str, str]]:
    return [(commit.day, commit.subject) for commit in past.commits]


def test_commits_come_newest_first_with_their_words_and_files(repository: Repository) -> None:
    repository.write(REPORT)
    first = repository.commit("Reporta marzo\n\nLlegaron los medidores.\nMotivo: la entrega se adelantó.")
    repository.write(REPORT, "otro texto\n")
    repository.write("plan/plan.yml")
    second = repository.commit("Ajusta el plan")
    past = read_history(repository.root)
    assert past.depth is HistoryDepth.WHOLE
    assert past.commits == (
        Commit(
            second,
            1_577_880_000 + 2 * DAY,
            "2020-01-03",
            "Ajusta el plan",
            "",
            (),
            (Touch("M", REPORT), Touch("A", "plan/plan.yml")),
        ),
        Commit(
            first,
            1_577_880_000 + DAY,
            "2020-01-02",
            "Reporta marzo",
            "Llegaron los medidores.\nMotivo: la entrega se adelantó.",
            (),
            (Touch("A", REPORT),),
        ),
    )


def test_only_those_who_signed_off_are_named_and_nobodys_address(repository: Repository) -> None:
    repository.write(REPORT)
    repository.commit(
        "Reporta por encargo de luis@example.org\n\nLo pidió <eva@example.org>.\n\n"
        "Co-authored-by: Otra Persona <otra@example.org>\nSigned-off-by: Eva Firmante <eva@example.org>"
    )
    [commit] = read_history(repository.root).commits
    assert commit.signers == ("Eva Firmante",)
    assert (commit.subject, commit.reason) == ("Reporta por encargo de", "Lo pidió.")
    assert not {"Ana", "Otra", "@"} & set(str(commit).replace("'", " ").split())


def test_what_is_outside_the_plan_is_no_part_of_its_history(repository: Repository) -> None:
    repository.write("README.md")
    repository.commit("Sólo el programa")
    repository.commit("Nada", "--allow-empty")
    assert said(read_history(repository.root)) == []


def test_commits_of_one_second_are_told_as_they_were_made(repository: Repository) -> None:
    other = REPORT.replace("01-agua", "02-agua")
    repository.write(REPORT)
    repository.commit("1")
    for turn in range(2, 6):
        repository.git("mv", *((FOLDER, "commitments/02-agua") if turn % 2 == 0 else ("commitments/02-agua", FOLDER)))
        repository.commits = 0  # as a rebase leaves them
        repository.commit(str(turn))
        if turn == 3:
            read_history(repository.root)  # and bit by bit
    past = read_history(repository.root)
    assert [commit.subject for commit in past.commits] == ["5", "4", "3", "2", "1"]
    assert [commit.subject for commit in past.of(FOLDER)] == ["5", "4", "3", "2", "1"]
    assert past.introduced(other) is None


def test_a_renamed_folder_keeps_its_past(repository: Repository) -> None:
    repository.write(REPORT, "un texto largo\n" * 9)
    first = repository.commit("Reporta")
    repository.git("mv", FOLDER, "commitments/02-agua")
    repository.commit("Cambia el número")
    past = read_history(repository.root)
    introduced = past.introduced(REPORT.replace("01-agua", "02-agua"))
    assert introduced is not None
    assert introduced.id == first
    assert [commit.subject for commit in past.of("commitments/02-agua")] == ["Cambia el número", "Reporta"]
    assert past.of(FOLDER) == ()


def test_what_was_done_on_a_branch_stays_visible_after_its_merge(repository: Repository) -> None:
    repository.write("plan/plan.yml")
    repository.commit("Empieza")
    repository.git("switch", "--quiet", "--create", "propuesta")
    repository.write(REPORT)
    repository.commit("Propone")
    repository.git("rm", "--quiet", REPORT)
    repository.commit("Lo retira")
    repository.git("switch", "--quiet", "main")
    repository.write("plan/actores.yml")
    repository.commit("Sigue")
    repository.git("merge", "--quiet", "--no-ff", "propuesta")
    assert [subject for _, subject in said(read_history(repository.root))] == [
        "Sigue",
        "Lo retira",
        "Propone",
        "Empieza",
    ]


@pytest.mark.parametrize(
    ("subject", "number"),
    [
        ("Merge pull request #12 from otra/propuesta", "12"),
        ("Merge pull request 'Informa (#7)' (#12) from otra/propuesta into main", "12"),
        ("Merge branch 'propuesta'", ""),
        ("Merge pull request #12", ""),
    ],
)
def test_what_came_with_a_merged_proposal_has_its_number(repository: Repository, subject: str, number: str) -> None:
    repository.write("plan/plan.yml")
    repository.commit("Empieza")
    read_history(repository.root)
    repository.git("switch", "--quiet", "--create", "propuesta")
    repository.write(REPORT)
    repository.commit("Propone")
    repository.git("switch", "--quiet", "main")
    repository.write("plan/actores.yml")
    repository.commit("Sigue")
    repository.git("switch", "--quiet", "propuesta")
    repository.git("merge", "--quiet", "--no-edit", "main")
    repository.write(REPORT, "otro texto\n")
    repository.commit("Corrige")
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--message", subject, "propuesta")
    bit_by_bit = read_history(repository.root)
    assert [(commit.subject, commit.proposal) for commit in bit_by_bit.commits] == [
        ("Corrige", number),
        ("Sigue", ""),
        ("Propone", number),
        ("Empieza", ""),
    ]
    (repository.root / ".git/actionplan/history-root.json").unlink()
    assert read_history(repository.root).commits == bit_by_bit.commits


def test_what_only_a_merge_changes_is_told_and_what_git_joined_by_itself_is_not(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write("plan/plan.yml", "uno\ndos\ntres\ncuatro\n")
    repository.commit("Empieza")
    repository.git("switch", "--quiet", "--create", "propuesta")
    repository.write("plan/plan.yml", "UNO\ndos\ntres\ncuatro\n")
    repository.commit("Propone")
    repository.git("switch", "--quiet", "main")
    repository.write("plan/plan.yml", "uno\ndos\ntres\nCUATRO\n")
    repository.commit("Sigue")
    repository.git("merge", "--quiet", "--no-ff", "--message", "Une", "propuesta")
    assert [subject for _, subject in said(read_history(repository.root))] == ["Sigue", "Propone", "Empieza"]
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "propuesta")
    repository.write("plan/actores.yml", "de paso\n")
    repository.commit("Une, y algo más")
    [merge, *_] = read_history(repository.root).commits
    assert (merge.subject, merge.touches) == ("Une, y algo más", (Touch("A", "plan/actores.yml"),))
    monkeypatch.setattr(history, "_MERGES", "--no-such-option")
    (repository.root / ".git/actionplan/history-root.json").unlink()
    assert [subject for _, subject in said(read_history(repository.root))] == ["Sigue", "Propone", "Empieza"]


def test_a_plan_in_a_folder_of_its_repository_has_its_own_history(repository: Repository) -> None:
    repository.write(f"estado/{REPORT}")
    first = repository.commit("Reporta el estado")
    repository.write(REPORT)
    repository.commit("Reporta el país")
    past = read_history(repository.root / "estado")
    introduced = past.introduced(REPORT)
    assert introduced is not None
    assert introduced.id == first
    assert said(past) == [("2020-01-02", "Reporta el estado")]


def test_the_next_reading_asks_git_only_for_what_is_new(
    repository: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.write(REPORT)
    first = repository.commit("Uno")
    read_history(repository.root)
    repository.write(REPORT, "dos\n")
    second = repository.commit("Dos")
    asked: list[str] = []
    log = history._log

    def noted(git: Git, commits: str) -> object:
        asked.append(commits)
        return log(git, commits)

    monkeypatch.setattr(history, "_log", noted)
    assert [subject for _, subject in said(read_history(repository.root))] == ["Dos", "Uno"]
    assert [subject for _, subject in said(read_history(repository.root))] == ["Dos", "Uno"]
    assert asked == [f"{first}..{second}"]


@pytest.mark.parametrize("kept", [b"", b"[", b"[1]", b'{"a": 1}', b'[1, "x", [[1]]]', b'[0, "x", []]', b"\xff"])
def test_a_spoiled_memory_is_no_memory(repository: Repository, kept: bytes) -> None:
    repository.write(REPORT)
    repository.commit("Uno")
    whole = read_history(repository.root)
    (repository.root / ".git/actionplan/history-root.json").write_bytes(kept)
    assert read_history(repository.root).commits == whole.commits


def test_a_history_that_was_rewritten_is_read_anew(repository: Repository) -> None:
    repository.write(REPORT)
    repository.commit("Uno")
    repository.write(REPORT, "dos\n")
    repository.commit("Dos")
    read_history(repository.root)
    repository.git("reset", "--quiet", "--hard", "HEAD~1")
    repository.write(REPORT, "tres\n")
    repository.commit("Tres")
    assert [subject for _, subject in said(read_history(repository.root))] == ["Tres", "Uno"]


def test_a_shallow_clone_gives_what_it_has_and_claims_no_beginning(repository: Repository, tmp_path: Path) -> None:
    repository.write(REPORT)
    repository.commit("Uno")
    repository.write(REPORT, "dos\n")
    repository.commit("Dos")
    clone = tmp_path / "clon"
    subprocess.run(["git", "clone", "--quiet", "--depth=1", f"file://{repository.root}", str(clone)], check=True)
    past = read_history(clone)
    assert past.depth is HistoryDepth.SHALLOW
    assert [subject for _, subject in said(past)] == ["Dos"]
    assert past.introduced(REPORT) is None


def test_without_git_there_is_no_past_and_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert read_history(tmp_path).depth is HistoryDepth.NONE
    repository = Repository(tmp_path / "vacio")
    assert read_history(repository.root).depth is HistoryDepth.NONE
    monkeypatch.setenv("PATH", str(tmp_path))
    assert read_history(repository.root).commits == ()


def test_a_repository_that_cannot_be_written_to_is_read_all_the_same(repository: Repository) -> None:
    repository.write(REPORT)
    repository.commit("Uno")
    (repository.root / ".git/actionplan").write_text("not a folder")
    assert said(read_history(repository.root)) == [("2020-01-02", "Uno")]
