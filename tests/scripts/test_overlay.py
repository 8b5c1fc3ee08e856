"""``plan overlay``, ``plan manifest`` and the orders around them, as a forge's runner or a person gives them."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest
from orders import plan
from plans import ROADMAP_PATH, VALID, write

ROOT = Path(__file__).parents[2]
WHO = ("-c", "user.name=Nadie", "-c", "user.email=nadie@example.org", "-c", "commit.gpgsign=false")
LATER = VALID[ROADMAP_PATH].replace("2020-03-31", "2020-06-15")


def git(root: Path, *arguments: str) -> str:
    environment = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    command = ["git", "-C", str(root), *WHO, *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout.strip()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    place = tmp_path / "repo"
    write(place, {**VALID, "Makefile": "all:\n", ".gitignore": "/site/\n"})
    git(place, "init", "--quiet", "--initial-branch=main")
    git(place, "add", "--all")
    git(place, "commit", "--quiet", "--message", "Empieza")
    return place


def branch(root: Path, files: dict[str, str]) -> None:
    git(root, "switch", "--quiet", "--create", "propuesta")
    write(root, files)
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Propone")
    git(root, "switch", "--quiet", "main")


def test_what_is_laid_out_is_compared_with_its_first_parent(root: Path, tmp_path: Path) -> None:
    branch(root, {ROADMAP_PATH: LATER})
    place = tmp_path / "over"
    done = plan("overlay", "--root", root, "--head", "propuesta", "--output", place)
    assert (done.exit_code, done.stdout) == (0, "")
    assert "HIS08" in plan("check", "--root", place, "--base", "HEAD^1").stdout
    assert "se atrasa 76 días" in plan("changes", "--root", place, "--base", "HEAD^1").stdout


def test_code_is_told_in_markdown(root: Path, tmp_path: Path) -> None:
    branch(root, {"Makefile": "all:\n\ttrue\n", "`@x`.sh": ""})
    done = plan("overlay", "--root", root, "--head", "propuesta", "--output", tmp_path / "over")
    assert done.stdout.startswith("**Esta propuesta cambia el programa, no sólo el plan.**")
    assert done.stdout.endswith("Mantenimiento debe leer estos archivos: Makefile, \\`\\@&#8203;x\\`.sh.\n")


def test_a_collision_ends_in_1_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    branch(root, {ROADMAP_PATH: LATER})
    write(root, {ROADMAP_PATH: LATER.replace("2020-06-15", "2020-07-15")})
    git(root, "commit", "--quiet", "--all", "--message", "Publica")
    done = plan("overlay", "--root", root, "--head", "propuesta", "--output", tmp_path / "over")
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Esta propuesta choca con lo publicado en: {ROADMAP_PATH}. Otra persona cambió")
    assert not (tmp_path / "over").exists()


@pytest.mark.parametrize("head", ["nada", "--help", "\x1b[31m"])
def test_what_is_no_revision_is_refused_in_words(root: Path, tmp_path: Path, head: str) -> None:
    done = plan("overlay", "--root", root, f"--head={head}", "--output", tmp_path / "over")
    assert (done.exit_code, done.stdout) == (2, "")
    shown = head.replace("\x1b", "\\x1b")
    said = f"El repositorio no tiene ninguna versión «{shown}»: escriba una rama, una etiqueta o un commit.\n"
    assert done.stderr == said


def test_a_folder_that_is_there_is_left_alone(root: Path, tmp_path: Path) -> None:
    done = plan("overlay", "--root", root, "--head", "main", "--output", tmp_path)
    assert (done.exit_code, done.stderr) == (2, f"«{tmp_path}» ya existe: bórrela o elija otra carpeta.\n")


@pytest.mark.parametrize(
    "what", ["", "main", "refs/heads/main", "refs/pull/7/head --x", "refs/pull/7/head\nx", "a" * 41]
)
def test_only_a_proposal_is_fetched(root: Path, what: str) -> None:
    done = subprocess.run(
        ["bash", str(ROOT / ".ci/fetch"), what], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert done.stderr == "Hace falta un commit o el nombre de una propuesta, como refs/pull/7/head.\n"


def test_objects_that_no_git_would_make_are_not_fetched(root: Path, tmp_path: Path) -> None:
    fork = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", "--bare", str(root), str(fork))
    made = b"100644 ..\0" + bytes.fromhex(git(fork, "rev-parse", "main:Makefile"))
    command = ["git", "-C", str(fork), "hash-object", "-w", "-t", "tree", "--literally", "--stdin"]
    tree = subprocess.run(command, input=made, capture_output=True, check=True).stdout.decode().strip()
    commit = git(fork, "commit-tree", tree, "-m", "x")
    git(fork, "update-ref", "refs/pull/7/head", commit)
    git(root, "remote", "add", "origin", f"file://{fork}")
    done = subprocess.run(
        ["bash", str(ROOT / ".ci/fetch"), "refs/pull/7/head"], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode != 0
    assert "hasDotdot" in done.stderr


class TestManifest:
    def test_the_same_commit_and_files_give_the_same_text(self, root: Path) -> None:
        write(root, {"site/sitemap.xml": "<x/>", "site/á/index.html": "hola", "site/publicacion.json": "de antes"})
        told = []
        for _ in range(2):
            assert plan("manifest", "--root", root).exit_code == 0
            told.append((root / "site/publicacion.json").read_text("utf-8"))
        assert told[0] == told[1]
        said = json.loads(told[0])
        assert (said["plan"], said["commit"], said["count"]) == ("prueba", git(root, "rev-parse", "HEAD"), 2)
        assert said["sha256"] == {
            "sitemap.xml": "2a31f44da4bd7decbbd3ddfd1a37ae04d02ec665e2c2688816ccc65631586ed1",
            "á/index.html": "b221d9dbb083a7f33428d7c2a3c3198ae925614d70210e28716ccaa7cd4ddb79",
        }

    def test_what_is_in_no_commit_is_not_claimed(self, root: Path) -> None:
        write(root, {"site/sitemap.xml": "<x/>", ROADMAP_PATH: LATER})
        done = plan("manifest", "--root", root)
        assert (done.exit_code, done.stderr[:31]) == (2, "Hay cambios sin guardar en un c")
        assert not (root / "site/publicacion.json").exists()

    def test_without_a_site_or_a_repository_it_is_refused(self, root: Path, tmp_path: Path) -> None:
        assert plan("manifest", "--root", root).stderr.startswith(f"En «{root}/site» no hay un sitio")
        write(tmp_path / "suelto", {**VALID, "site/sitemap.xml": ""})
        done = plan("manifest", "--root", tmp_path / "suelto")
        assert (done.exit_code, "no está en un repositorio" in done.stderr) == (2, True)
