"""The SHA-256 of files: whether what is in custody is still what was handed in."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256

from actionplan.documents.files import FileTree


def fingerprints(tree: FileTree, paths: Iterable[str]) -> dict[str, str]:
    """Return the SHA-256 of each file, in hexadecimal; without those that cannot be read."""
    found = {}
    for path in paths:
        try:
            found[path] = sha256(tree.read(path)).hexdigest()
        except OSError:
            continue
    return found
