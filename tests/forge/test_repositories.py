"""Proposals in real repositories of git: exactly what is found, what is said to change, and whose word still counts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from agreement.parties import files_with_accounts
from click.testing import CliRunner, Result
from forge.recorded import file, pull, review
from forge.repositories import TOKEN, commit, git, repository, served
from plans import COMMITMENT_PATH, REPORT, REPORT_PATH, ROADMAP_PATH, VERIFICATION_PATH

from scripts.plan import plan as command

RUN = CliRunner()
BASE = files_with_accounts("gob-uno", "osc-uno")
OBJECTIVE = BASE[COMMITMENT_PATH].replace("Medir el agua.", "Medir toda el agua que llega.")
LATER = BASE[ROADMAP_PATH].replace('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"')
NEW_REPORT = REPORT_PATH.replace("03-31", "06-30")
REPORTED = {NEW_REPORT: REPORT.replace("2020-03-31", "2020-06-30").replace("40", "60")}
REWRITTEN = (
    f"{COMMITMENT_PATH}:41: En el compromiso c01: se reescribe el apartado «Objetivo» (cambia 56 % del texto): "
    "«Medir el agua.» → «Medir toda el agua que llega.»"
)
ASKED = (
    "    Qué se pide: Las dos partes deben estar de acuerdo. "
    "Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó."
)
MOVED_END = (
    f"{ROADMAP_PATH}:15: En la hoja de ruta de c01, a1.1: la conclusión se atrasa 76 días, de 2020-03-31 a 2020-06-15.",
    ASKED,
)


def plan(*arguments: str | Path) -> Result:
    done = RUN.invoke(command, [str(argument) for argument in arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit)
    return done


def changes(root: Path, *arguments: str) -> list[str]:
    """What is said to change, without the count; the notes beside it come first."""
    done = plan("changes", "--root", root, "--base", "main", *arguments)
    assert done.exit_code == 0, done.stderr
    return [*done.stderr.splitlines(), *done.stdout.splitlines()[1:]]


def kinds(root: Path, *arguments: str) -> list[str]:
    done = plan("changes", "--root", root, "--base", "main", "--format", "json", *arguments)
    return [change["kind"] for change in json.loads(done.stdout)["changes"]]


def found(root: Path, *arguments: str) -> list[str]:
    """The findings that a comparison adds, of what is checked out."""
    done = plan("check", "--root", root, "--base", "main", "--format", "json", *arguments)
    return [f"{row['path']}:{row['line']} {row['code']}" for row in json.loads(done.stdout) if row["code"][:3] == "HIS"]


def waits(root: Path, head: str, *reviews: dict[str, object], author: str = "gob-uno") -> list[str]:
    """Who is waited for, with these reviews, by the files that git itself says the proposal touches."""
    listing = root.parent / "words"
    listing.mkdir(exist_ok=True)
    documents = plan("changes", "--root", root, "--base", "main", "--head", head, "--format", "json").stdout
    texts = {"files": documents, "reviews": json.dumps(reviews), "pull": json.dumps(pull(author, head=sha(root, head)))}
    for name, text in texts.items():
        (listing / f"{name}.json").write_text(text, "utf-8")
    words = [listing / f"{name}.json" for name in texts]
    git(root, "switch", "--quiet", "main")  # who decides is the published plan
    done = plan(
        *("approvals", "--root", root, "--author", author, "--format", "json"),
        *("--changes", words[0], "--reviews", words[1], "--pull", words[2]),
    )
    sides = json.loads(done.stdout)["sides"]
    assert done.exit_code == int(any(side["answer"] not in ("wrote", "agreed") for side in sides))
    return [f"{side['commitment']} {side['side']} {side['answer']}" for side in sides]


def sha(root: Path, name: str) -> str:
    return git(root, "rev-parse", name)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a plan on main, and a branch for a proposal that is checked out."""
    here = repository(tmp_path / "plan", {**BASE, "Makefile": "all:\n"})
    git(here, "switch", "--quiet", "--create", "propuesta")
    return here


def test_a_branch_says_what_it_changes_wherever_it_is_seen_from(root: Path) -> None:
    head = commit(root, {COMMITMENT_PATH: OBJECTIVE})
    assert changes(root) == changes(root, "--head", "propuesta") == changes(root, "--head", head) == [REWRITTEN]
    assert found(root) == []
    assert waits(root, head, review("osc-uno", commit=head)) == ["c01 institution wrote", "c01 organisation agreed"]


def test_a_proposal_that_only_lags_behind_takes_nothing_away(root: Path) -> None:
    start = git(root, "rev-parse", "--short=7", "main")
    commit(root, {COMMITMENT_PATH: OBJECTIVE})
    git(root, "switch", "--quiet", "main")
    commit(root, REPORTED)
    git(root, "switch", "--quiet", "propuesta")
    note = f"«main» siguió adelante: se compara con {start}, la versión de la que partió la propuesta."
    assert changes(root) == changes(root, "--head", "propuesta") == [note, REWRITTEN]
    assert found(root) == []
    assert "record_removed" in kinds(root, "--direct")
    assert found(root, "--direct") == [f"{NEW_REPORT}:1 HIS13"]
    documents = json.loads(plan("changes", "--root", root, "--base", "main", "--format", "json").stdout)
    assert documents["base"] == sha(root, "main~1")
    assert [document["path"] for document in documents["documents"]] == [COMMITMENT_PATH]
    assert waits(root, "propuesta") == ["c01 institution wrote", "c01 organisation waits"]


def test_a_proposal_that_brings_nothing_new_says_so(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, REPORTED)
    assert changes(root, "--head", "propuesta") == ["La propuesta no trae nada que «main» no tenga ya."]


def test_a_conflict_is_foretold_and_its_marks_are_no_plan(root: Path) -> None:
    commit(root, {COMMITMENT_PATH: OBJECTIVE})
    git(root, "switch", "--quiet", "main")
    commit(root, {COMMITMENT_PATH: BASE[COMMITMENT_PATH].replace("Medir el agua.", "Medir la lluvia.")})
    git(root, "switch", "--quiet", "propuesta")
    assert changes(root)[1] == (
        f"Cambió también en «main», y puede haber conflicto: {COMMITMENT_PATH}. Intégrelo: git merge main"
    )
    assert "CONFLICT" in git(root, "merge", "--quiet", "main", check=False)
    marked = plan("check", "--root", root, "--base", "main", COMMITMENT_PATH)
    assert marked.exit_code == 1
    assert marked.stdout.startswith(f"{COMMITMENT_PATH}:43:1: FOR29 error: Aquí quedó la marca de un conflicto")
    commit(root, {COMMITMENT_PATH: BASE[COMMITMENT_PATH].replace("Medir el agua.", "Medir el agua y la lluvia.")})
    assert kinds(root) == ["heading_rewritten"]
    assert changes(root)[0].endswith("«Medir la lluvia.» → «Medir el agua y la lluvia.»")


def test_while_a_merge_is_under_way_what_was_published_counts_as_known(root: Path) -> None:
    commit(root, {COMMITMENT_PATH: OBJECTIVE})
    git(root, "switch", "--quiet", "main")
    commit(root, REPORTED)
    git(root, "switch", "--quiet", "propuesta")
    git(root, "merge", "--quiet", "--no-commit", "main")
    assert changes(root) == [REWRITTEN]
    git(root, "commit", "--quiet", "--message", "une")
    assert changes(root) == changes(root, "--head", "propuesta") == [REWRITTEN]
    assert found(root) == []


def test_after_a_forced_push_what_was_said_before_no_longer_counts(root: Path) -> None:
    first = commit(root, {COMMITMENT_PATH: OBJECTIVE})
    said = review("osc-uno", commit=first)
    assert waits(root, "propuesta", said)[1] == "c01 organisation agreed"
    git(root, "switch", "--quiet", "propuesta")
    git(root, "reset", "--quiet", "--hard", "main")
    second = commit(root, {ROADMAP_PATH: LATER})
    assert changes(root, "--head", second) == [*MOVED_END]
    assert waits(root, "propuesta", said)[1] == "c01 organisation waits"
    assert waits(root, first, said)[1] == "c01 organisation agreed"


def test_a_file_that_moves_is_only_that_and_asks_the_owners_of_both_places(root: Path) -> None:
    target = "plan/3-arboles/agua-potable.md"
    git(root, "mv", "plan/3-arboles/agua.md", target)
    commit(root, {})
    assert changes(root) == [f"{target}:1: Cambia de lugar el tema agua: plan/3-arboles/agua.md → {target}."]
    assert found(root) == []
    assert waits(root, "propuesta") == ["None institution wrote", "None organisation waits"]


def test_a_folder_that_moves_keeps_its_evidence_and_says_if_that_was_swapped(root: Path) -> None:
    evidence = "commitments/01-agua/evidencias/acta.pdf"
    git(root, "switch", "--quiet", "main")
    commit(root, {evidence: b"%PDF-1.4 una"})
    git(root, "switch", "--quiet", "--create", "otra")
    git(root, "mv", "commitments/01-agua", "commitments/07-agua")
    commit(root, {})
    assert kinds(root) == ["folder_moved"]
    assert found(root) == []
    assert waits(root, "otra") == [
        "None institution wrote",
        "None organisation waits",
        "c01 institution wrote",
        "c01 organisation waits",
    ]
    git(root, "switch", "--quiet", "otra")
    head = commit(root, {evidence.replace("01-", "07-"): b"%PDF-1.4 dos"})
    assert kinds(root) == kinds(root, "--head", head) == ["evidence_replaced", "folder_moved"]


def test_a_revert_takes_back_what_was_published(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    commit(root, {ROADMAP_PATH: LATER})
    git(root, "switch", "--quiet", "--create", "vuelta")
    git(root, "revert", "--no-edit", "HEAD")
    assert kinds(root) == ["earlier_end"]
    assert found(root) == [f"{ROADMAP_PATH}:15 HIS08"]


def test_of_a_squashed_proposal_the_rest_can_be_told_once_it_has_caught_up(root: Path) -> None:
    commit(root, {COMMITMENT_PATH: OBJECTIVE}, "uno")
    commit(root, REPORTED, "dos")
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "propuesta")
    git(root, "commit", "--quiet", "--message", "Todo en uno")
    git(root, "switch", "--quiet", "propuesta")
    commit(root, {ROADMAP_PATH: LATER}, "tres")
    note, both, *_ = changes(root)
    assert note.startswith("«main» siguió adelante")
    assert NEW_REPORT in both
    git(root, "merge", "--quiet", "--no-edit", "main")
    assert changes(root) == [*MOVED_END]


def test_two_histories_that_crossed_are_compared_from_where_they_last_met(root: Path) -> None:
    commit(root, {COMMITMENT_PATH: OBJECTIVE})
    git(root, "switch", "--quiet", "main")
    commit(root, REPORTED)
    git(root, "merge", "--quiet", "--no-edit", "propuesta")
    git(root, "switch", "--quiet", "propuesta")
    commit(root, {ROADMAP_PATH: LATER})
    assert changes(root)[1:] == [*MOVED_END]


class TestByHttp:
    """A fork's proposal as a workflow gets it: from a server, by its number."""

    @pytest.fixture
    def forge(self, root: Path, tmp_path: Path) -> Iterator[tuple[str, Path]]:
        """The address of the published repository, and the clone of whoever proposes."""
        store = tmp_path / "forja/org/plan.git"
        store.parent.mkdir(parents=True)
        git(root, "switch", "--quiet", "main")
        git(tmp_path, "clone", "--quiet", "--bare", str(root), str(store))
        with served(tmp_path / "forja") as address:
            clone = tmp_path / "copia"
            git(tmp_path, "clone", "--quiet", f"{address}/org/plan.git", str(clone))
            yield address, clone

    def test_who_has_no_token_cannot_push_and_a_proposal_is_fetched_by_its_number(
        self, forge: tuple[str, Path], root: Path
    ) -> None:
        address, clone = forge
        git(clone, "switch", "--quiet", "--create", "propuesta")
        head = commit(clone, {COMMITMENT_PATH: OBJECTIVE})
        where = f"{address}/org/plan.git"
        assert "could not read Username" in git(clone, "push", "--quiet", where, "propuesta", check=False)
        named = where.replace("://", f"://x-access-token:{TOKEN}@")
        git(clone, "push", "--quiet", named, "propuesta:refs/pull/1/head")
        git(root, "fetch", "--quiet", where, "refs/pull/1/head")
        assert sha(root, "FETCH_HEAD") == head
        assert changes(root, "--head", "FETCH_HEAD") == [REWRITTEN]

    def test_a_clone_that_is_cut_short_is_told_what_it_lacks_never_that_all_was_removed(
        self, forge: tuple[str, Path], tmp_path: Path
    ) -> None:
        address, clone = forge
        where = f"{address}/org/plan.git"
        named = where.replace("://", f"://x-access-token:{TOKEN}@")
        git(clone, "switch", "--quiet", "--create", "propuesta")
        commit(clone, {COMMITMENT_PATH: OBJECTIVE})
        git(clone, "push", "--quiet", named, "propuesta:refs/pull/1/head")
        git(clone, "switch", "--quiet", "main")
        commit(clone, REPORTED)
        git(clone, "push", "--quiet", named, "main")
        shallow = tmp_path / "corta"
        git(tmp_path, "clone", "--quiet", "--depth=1", where, str(shallow))
        git(shallow, "fetch", "--quiet", "--depth=1", "origin", "refs/pull/1/head:propuesta")
        git(shallow, "switch", "--quiet", "propuesta")
        for verb in (("changes",), ("changes", "--head", "propuesta"), ("check",)):
            done = plan(*verb, "--root", shallow, "--base", "main")
            assert (done.exit_code, done.stdout) == (2, "")
            assert done.stderr == (
                "Esta copia del repositorio trae sólo una parte de su historia, y en ella no se ve de qué versión de "
                "«main» partió la propuesta. Tráigala con «git fetch --unshallow» (en la integración continua, con "
                "«fetch-depth: 0»), o compare las dos tal cual con «--direct».\n"
            )
        assert "record_removed" in kinds(shallow, "--direct")
        git(shallow, "fetch", "--quiet", "--unshallow", "origin", "main", "refs/pull/1/head")
        assert changes(shallow)[1:] == [REWRITTEN]
        assert found(shallow) == []


def test_the_forge_s_own_list_asks_the_same_people_as_git_s(root: Path) -> None:
    head = commit(root, REPORTED, gone=(VERIFICATION_PATH,))
    assert waits(root, head) == ["c01 institution wrote", "c01 organisation waits"]
    git(root, "switch", "--quiet", "main")
    listing = [file(NEW_REPORT, "added"), file(VERIFICATION_PATH, "removed")]
    for name, text in {"f": listing, "r": [], "p": pull("gob-uno", head=head, files=2)}.items():
        (root / f"{name}.json").write_text(json.dumps(text), "utf-8")
    done = plan(
        *("approvals", "--root", root, "--author", "gob-uno", "--changes", root / "f.json"),
        *("--reviews", root / "r.json", "--pull", root / "p.json"),
    )
    assert done.stdout.splitlines()[1:] == [
        "Compromiso c01: la parte pública propone este cambio (@gob-uno).",
        "Compromiso c01: falta el acuerdo de la sociedad civil (Organización de Prueba).",
    ]
