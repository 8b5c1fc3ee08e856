"""A plan's files: the same from disk and from git, and nothing from outside."""

import os
import subprocess
from pathlib import Path

import pytest
from plans import VALID, write

from actionplan.documents.files import (
    EntryKind,
    FileEntry,
    FileTree,
    Revision,
    RevisionError,
    RevisionProblem,
    WorkingTree,
)
from actionplan.findings.finding import Finding
from actionplan.loader import load

EVIDENCE = "commitments/01-agua/evidencias"


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    identity = ("-c", "user.name=Prueba", "-c", "user.email=prueba@example.org", "-c", "core.quotePath=true")
    command = ["git", "-C", str(root), *identity, *arguments]
    return subprocess.run(command, check=True, capture_output=True, env=environment).stdout.decode().strip()


def commit(root: Path) -> str:
    if not (root / ".git").exists():
        git(root, "init", "--quiet", "--initial-branch=main")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "cambio")
    return git(root, "rev-parse", "HEAD")


def contents(tree: FileTree) -> dict[str, bytes]:
    return {entry.path: tree.read(entry.path) for entry in tree.entries() if entry.kind is EntryKind.FILE}


def findings(tree: FileTree) -> list[Finding]:
    """What is wrong with the documents; the evidence here is only bytes and names."""
    return [finding for finding in load(tree).findings if not finding.code.startswith("EVI")]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write(tmp_path, VALID)
    write(tmp_path, {"mkdocs.yml": "fuera: 1", f"{EVIDENCE}/acta firmada (año 2020).pdf": b"%PDF\0\n\xff"})
    write(tmp_path, {f"{EVIDENCE}/grande.bin": b"x" * 300_000, f"{EVIDENCE}/vacío.txt": b""})
    return tmp_path


def test_disk_and_git_give_the_same_files(root: Path) -> None:
    commit(root)
    disk, revision = WorkingTree(root), Revision(root, "HEAD")
    assert disk.entries() == revision.entries()
    assert contents(disk) == contents(revision)
    assert "mkdocs.yml" not in contents(disk)


def test_files_are_listed_in_order_with_their_size(root: Path) -> None:
    entries = WorkingTree(root).entries()
    assert list(entries) == sorted(entries)
    assert FileEntry(f"{EVIDENCE}/grande.bin", EntryKind.FILE, 300_000) in entries


def test_names_with_blanks_accents_and_signs_are_names_like_others(root: Path) -> None:
    commit(root)
    for tree in (WorkingTree(root), Revision(root, "HEAD")):
        assert tree.read(f"{EVIDENCE}/acta firmada (año 2020).pdf") == b"%PDF\0\n\xff"
        assert findings(tree) == []


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
    assert "not a git repository" in refused.value.said


def test_git_that_is_not_there_is_a_revision_error(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(root)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(RevisionError) as refused:
        Revision(root, "HEAD")
    assert (refused.value.problem, refused.value.said) == (RevisionProblem.NO_REPOSITORY, "")


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


def test_links_are_findings_and_are_never_followed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    outside = write(tmp_path_factory.mktemp("fuera"), {"secreto.md": "---\nsecreto: 1\n---\n"})
    (root / "plan/dentro.md").symlink_to("plan.yml")
    (root / "plan/fuera.md").symlink_to(outside / "secreto.md")
    (root / "plan/rota.md").symlink_to("nada.md")
    (root / "plan/carpeta").symlink_to(outside)
    (root / "plan/a-si-misma.md").symlink_to("a-si-misma.md")
    commit(root)
    for tree in (WorkingTree(root), Revision(root, "HEAD")):
        assert [f"{finding.path} {finding.code}" for finding in findings(tree)] == [
            "plan/a-si-misma.md FOR17",
            "plan/carpeta FOR17",
            "plan/dentro.md FOR17",
            "plan/fuera.md FOR17",
            "plan/rota.md FOR17",
        ]
        assert findings(tree)[0].message().startswith("Es un enlace simbólico, no un archivo normal.")


def test_a_whole_folder_that_is_a_link_is_a_finding_and_is_never_entered(root: Path) -> None:
    (root / "plan").rename(root / "otro")
    (root / "plan").symlink_to("otro")
    commit(root)
    for tree in (WorkingTree(root), Revision(root, "HEAD")):
        assert not any(path.startswith("plan/") for path in contents(tree))
        codes = [f"{finding.path} {finding.code}" for finding in findings(tree)]
        assert "plan FOR17" in codes
        assert "plan/plan.yml FOR20" in codes


def test_a_pipe_is_a_finding_and_is_never_opened(root: Path) -> None:
    os.mkfifo(root / "plan/tubo.md")
    assert [finding.message() for finding in findings(WorkingTree(root))] == [
        (
            "Es un dispositivo o una tubería, no un archivo normal. "
            "Podría traer al plan contenido de otro lugar, o no estar en otra computadora."
        )
    ]


def test_a_folder_that_cannot_be_opened_is_a_finding(root: Path) -> None:
    # Deeper than any path may be long: only relative steps get there.
    here = os.open(root / "plan", os.O_RDONLY)
    for _ in range(20):
        os.mkdir("n" * 250, dir_fd=here)
        below = os.open("n" * 250, os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    [finding] = findings(WorkingTree(root))
    assert finding.code == "FOR17"
    assert finding.message().startswith("Es algo que no se deja leer, no un archivo normal.")


def test_a_file_that_vanishes_while_the_plan_is_read_is_a_finding(root: Path) -> None:
    class Vanishing(WorkingTree):
        def read(self, path: str) -> bytes:
            return super().read(f"{path}.nada" if path.endswith("agua.md") else path)

    assert [f"{f.path} {f.code}" for f in findings(Vanishing(root))] == ["plan/3-arboles/agua.md FOR17"]


@pytest.mark.parametrize("name", [b"a\xf1o.md", b"dos\nlineas.md", b"\x1b[31m.md"])
def test_a_name_that_cannot_be_shown_is_a_finding(root: Path, name: bytes) -> None:
    (root / "plan" / os.fsdecode(name)).write_bytes(b"")
    commit(root)
    for tree in (WorkingTree(root), Revision(root, "HEAD")):
        [finding] = findings(tree)
        assert finding.code == "FOR24"
        finding.path.encode("utf-8")
