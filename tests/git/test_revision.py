"""A revision of a plan: read from git alone, and refused with a reason."""

from pathlib import Path

import pytest
from plans import VALID, write
from repository import EVIDENCE, commit, contents, findings, git, root

from actionplan.documents import WorkingTree
from actionplan.git.revision import Revision, RevisionError, RevisionProblem

__all__ = ["root"]


def test_a_revision_is_read_from_git_and_not_from_disk(root: Path) -> None:
    first = commit(root)
    (root / "plan/plan.yml").unlink()
    write(root, {"plan/fuentes.yml": "otra cosa"})
    commit(root)
    assert findings(Revision(root, first)) == []
    assert "plan/plan.yml" not in contents(Revision(root, "main"))


def test_a_branch_that_moves_changes_nothing_for_who_resolved_it(root: Path) -> None:
    commit(root)
    revision = Revision(root, "main")
    before = contents(revision)
    write(root, {"plan/fuentes.yml": "otra cosa"})
    commit(root)
    assert contents(revision) == before


@pytest.mark.parametrize("name", ["nada", "", "-x", "--help", "--all", "HEAD:plan", "HEAD~99", "main\0", "a b", "\n"])
def test_a_name_that_git_does_not_know_is_a_revision_error(root: Path, name: str) -> None:
    commit(root)
    with pytest.raises(RevisionError):
        Revision(root, name)


def test_a_folder_without_git_is_a_revision_error(tmp_path: Path) -> None:
    with pytest.raises(RevisionError) as refused:
        Revision(tmp_path, "HEAD")
    assert refused.value.problem is RevisionProblem.NO_REPOSITORY
    assert "not a git repository" in refused.value.output


def test_git_that_is_not_there_is_a_revision_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError) as refused:
        Revision(root, "HEAD")
    assert (refused.value.problem, refused.value.output) == (RevisionProblem.NO_REPOSITORY, "")


def test_a_clone_that_is_cut_short_may_only_lack_the_revision(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    first = commit(root)
    write(root, {"plan/fuentes.yml": "otra cosa"})
    commit(root)
    clone = tmp_path_factory.mktemp("copia")
    git(clone, "clone", "--quiet", "--depth=1", root.as_uri(), ".")
    assert Revision(clone, "HEAD").entries()
    with pytest.raises(RevisionError) as refused:
        Revision(clone, first)
    assert refused.value.problem is RevisionProblem.SHALLOW


def test_a_plan_may_live_in_a_folder_of_its_repository(tmp_path: Path) -> None:
    plan = write(tmp_path / "planes/méxico", VALID)
    write(tmp_path, {"plan/plan.yml": "otro", "planes/otro/plan/plan.yml": "otro"})
    commit(tmp_path)
    revision = Revision(plan, "HEAD")
    assert contents(revision) == contents(WorkingTree(plan))
    assert findings(revision) == []
    write(plan, {"plan/plan.yml": "cambiado"})
    assert revision.altered() == {"plan/plan.yml"}


def test_a_repository_may_hold_no_plan(tmp_path: Path) -> None:
    write(tmp_path, {"README.md": "x"})
    commit(tmp_path)
    assert Revision(tmp_path, "HEAD").entries() == ()


def test_what_differs_from_the_disk_is_told_by_path(root: Path) -> None:
    commit(root)
    revision = Revision(root, "HEAD")
    assert revision.altered() == frozenset()
    picture = f"{EVIDENCE}/acta firmada (año 2020).pdf"
    write(root, {picture: b"%PDF\0\n\xfe", "mkdocs.yml": "fuera: 2", f"{EVIDENCE}/nuevo.pdf": b"1"})
    (root / EVIDENCE / "grande.bin").unlink()
    (root / EVIDENCE / "vacío.txt").touch()
    assert revision.altered() == {picture}
    commit(root)
    assert revision.altered() == {picture}


def test_two_revisions_share_what_both_come_from(root: Path) -> None:
    commit(root)
    start = Revision(root, "main")
    git(root, "checkout", "--quiet", "-b", "propuesta")
    assert start.shared_with() == start.commit
    git(root, "checkout", "--quiet", "main")
    write(root, {"plan/fuentes.yml": "otra cosa"})
    commit(root)
    git(root, "checkout", "--quiet", "propuesta")
    write(root, {"plan/actores.yml": "nadie"})
    commit(root)
    main, proposal = Revision(root, "main"), Revision(root, "propuesta")
    assert main.shared_with() == main.shared_with(proposal) == proposal.shared_with(main) == start.commit
    assert start.touched(proposal.commit) == {"plan/actores.yml"}
    git(root, "merge", "--quiet", "--no-commit", "main")
    assert main.shared_with() == main.commit
    git(root, "commit", "--quiet", "--message", "une")
    assert main.shared_with() == main.commit


def test_strangers_share_nothing(root: Path) -> None:
    commit(root)
    git(root, "checkout", "--quiet", "--orphan", "otra")
    assert Revision(root, "main").shared_with() is None
    write(root, {"plan/fuentes.yml": "otra cosa"})
    commit(root)
    assert Revision(root, "main").shared_with() is None


def test_a_file_that_the_revision_does_not_have_is_not_found(root: Path) -> None:
    commit(root)
    with pytest.raises(FileNotFoundError):
        Revision(root, "HEAD").read("plan/otro.md")
