"""A proposal laid over what is published, on real repositories: its data and nothing else, whatever it brings."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, VALID, write

from actionplan.documents import EntryKind, WorkingTree
from actionplan.git.proposal import ProposalError, Proposed, is_data, lay_out, propose
from actionplan.git.revision import Revision

WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
PROGRAM = {"Makefile": "all:\n\ttrue\n", "scripts/run.sh": "#!/bin/sh\n", ".gitattributes": "* text=auto eol=lf\n"}
LATER = VALID[ROADMAP_PATH].replace("2020-03-31", "2020-06-15")


def git(root: Path, *arguments: str, given: bytes = b"") -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(root), *WHO, *arguments]
    return (
        subprocess.run(command, check=True, capture_output=True, input=given, env=environment).stdout.decode().strip()
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A repository with a published plan and its program; what follows is written on the branch of a proposal."""
    place = tmp_path / "repo"
    write(place, {**VALID, **PROGRAM})
    git(place, "init", "--quiet", "--initial-branch=main")
    (place / "scripts/run.sh").chmod(0o755)
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", "Empieza")
    git(place, "switch", "--quiet", "--create", "propuesta")
    return place


def proposed(root: Path) -> Proposed:
    git(root, "add", "--all", "--force")
    git(root, "commit", "--quiet", "--message", "Propone")
    git(root, "switch", "--quiet", "main")
    return propose(root, "HEAD", "propuesta")


def laid_out(root: Path) -> Path:
    place = root.parent / "over"
    lay_out(root, proposed(root), place)
    return place


def test_the_data_are_the_proposal_s_and_the_program_is_the_published_one(root: Path) -> None:
    write(
        root, {ROADMAP_PATH: LATER, "Makefile": "all:\n\tfalse\n", "scripts/more.sh": "x", "plan/nuevo.bin": "\0\r\n"}
    )
    (root / COMMITMENT_PATH).unlink()
    place = laid_out(root)
    assert (place / ROADMAP_PATH).read_text("utf-8") == LATER
    assert not (place / COMMITMENT_PATH).exists()
    assert (place / "plan/nuevo.bin").read_bytes() == b"\0\r\n"
    assert (place / "Makefile").read_text("utf-8") == PROGRAM["Makefile"]
    assert os.access(place / "scripts/run.sh", os.X_OK)
    assert not (place / "scripts/more.sh").exists()
    assert git(place, "status", "--porcelain") == ""
    assert git(place, "rev-parse", "HEAD^1") == git(root, "rev-parse", "main")


def test_every_file_that_it_touches_is_named(root: Path) -> None:
    write(root, {"Makefile": "x", "plan/.gitattributes": "* filter=x\n", "plan/á.md": ""})
    git(root, "mv", "commitments/01-agua", "commitments/01-otra")
    named = proposed(root).paths
    assert {"Makefile", "plan/.gitattributes", "plan/á.md"} < set(named)
    assert {path.split("/")[1] for path in named if path.startswith("commitments/")} == {"01-agua", "01-otra"}


def test_settings_of_git_links_and_modules_come_to_nothing(root: Path) -> None:
    write(root, {"plan/.gitattributes": "* filter=x\n", "plan/a/.GitModules": "x", "plan/corre.sh": "#!/bin/sh\n"})
    (root / "plan/corre.sh").chmod(0o755)
    (root / "plan/fuera").symlink_to("/etc")
    (root / "commitments/dentro").symlink_to("../Makefile")
    git(root, "update-index", "--add", "--cacheinfo", f"160000,{'a' * 40},plan/modulo")
    (root / "plan/modulo").mkdir()
    place = laid_out(root)
    kept = {path.relative_to(place).as_posix() for path in place.rglob("*") if path.name.lower().startswith(".git")}
    assert kept == {".git", ".gitattributes"}
    links = {entry.path for entry in WorkingTree(place).entries() if entry.kind is EntryKind.LINK}
    assert links == {"plan/fuera", "plan/modulo", "commitments/dentro"}
    assert {(place / link).readlink() for link in links} == {Path("/dev/null/enlace")}
    assert not os.access(place / "plan/corre.sh", os.X_OK)


def test_links_are_seen_in_git_s_objects_too(root: Path) -> None:
    (root / "plan/fuera").symlink_to("/etc")
    entries = Revision(root, proposed(root).result).entries()
    assert [entry.path for entry in entries if entry.kind is EntryKind.LINK] == ["plan/fuera"]


@pytest.mark.parametrize("kind", ["link", "file"])
def test_a_folder_of_the_plan_may_be_gone(root: Path, kind: str) -> None:
    git(root, "rm", "-r", "--quiet", "plan")
    if kind == "link":
        (root / "plan").symlink_to("/etc")
    else:
        (root / "plan").write_text("x")
    place = laid_out(root)
    assert (place / "plan").is_symlink() == (kind == "link")
    assert not (place / "plan").is_dir()


def test_what_was_published_meanwhile_is_kept(root: Path) -> None:
    write(root, {"plan/nuevo.md": "x"})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Propone")
    git(root, "switch", "--quiet", "main")
    write(root, {ROADMAP_PATH: LATER})
    git(root, "commit", "--quiet", "--all", "--message", "Publica")
    found = propose(root, "main", "propuesta")
    assert found.paths == ("plan/nuevo.md",)
    assert Revision(root, found.result).read(ROADMAP_PATH) == LATER.encode()


def test_a_collision_names_the_files_and_the_proposal_cannot_settle_it(root: Path) -> None:
    union = {"commitments/.gitattributes": "* merge=union\n"}
    write(root, {ROADMAP_PATH: LATER, "plan/nuevo.md": "x", **union})
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Propone")
    git(root, "switch", "--quiet", "main")
    write(root, {ROADMAP_PATH: LATER.replace("2020-06-15", "2020-07-15")})
    git(root, "commit", "--quiet", "--all", "--message", "Publica")
    found = propose(root, "main", "propuesta")
    assert (found.result, found.collisions) == ("", (ROADMAP_PATH,))
    assert found.paths == (*union, ROADMAP_PATH, "plan/nuevo.md")


def test_the_same_proposal_gives_the_same_commit(root: Path) -> None:
    write(root, {ROADMAP_PATH: LATER})
    assert proposed(root) == propose(root, "main", "propuesta")


@pytest.mark.parametrize("name", ["..", ".", "a/../../b", "git~1"])
def test_names_that_lead_out_are_refused(root: Path, name: str) -> None:
    """No git makes such trees, but somebody may."""
    blob = git(root, "hash-object", "-w", "--stdin", given=b"x")
    made = f"100644 {name}\0".encode() + bytes.fromhex(blob)
    inner = git(root, "hash-object", "-w", "-t", "tree", "--literally", "--stdin", given=made)
    outer = git(root, "ls-tree", "main").replace(git(root, "rev-parse", "main:plan"), inner)
    tree = git(root, "mktree", given=f"{outer}\n".encode())
    commit = git(root, "commit-tree", tree, "-p", "main", "-m", "x")
    with pytest.raises(ProposalError, match="nombres que git no admite"):
        propose(root, "main", commit)
    assert not (root.parent / "b").exists()


@pytest.mark.parametrize("head", ["nada", "--output=x", "\0", "main:plan"])
def test_what_is_no_revision_is_refused(root: Path, head: str) -> None:
    with pytest.raises(ProposalError):
        propose(root, "main", head)


def test_without_a_common_history_there_is_nothing_to_join(root: Path) -> None:
    lonely = git(root, "commit-tree", git(root, "rev-parse", "main^{tree}"), "-m", "x")
    with pytest.raises(ProposalError, match="Git no puede unir"):
        propose(root, "main", lonely)


def test_data_is_what_stands_in_the_plan_s_folders_but_for_git_s_settings() -> None:
    assert all(map(is_data, ("plan/plan.yml", "commitments/01-a/evidencias/x.pdf", "plan/a/b.html")))
    assert not any(
        map(is_data, ("Makefile", "planes/x.md", ".github/x.yml", "plan/.gitattributes", "plan/x/.GITignore"))
    )
