"""A plan's files: the same from disk and from git, and nothing from outside."""

import os
from pathlib import Path

import pytest
from plans import write
from repository import EVIDENCE, commit, contents, findings, root

from actionplan.documents import EntryKind, FileEntry, WorkingTree
from actionplan.git.revision import Revision

__all__ = ["root"]


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
