"""A plan on disk and in a repository of git, read from either."""

import os
import subprocess
from pathlib import Path

import pytest
from plans import VALID, write

from actionplan.documents import EntryKind, FileTree
from actionplan.findings import Finding
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
