"""What git lists of a tree."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from actionplan.git.run import Git

LINK_MODE, MODULE_MODE = "120000", "160000"


class TreeEntry(NamedTuple):
    """Describe one path of a tree: its mode, its object, the object's size in bytes, 0 for what is no file."""

    mode: str
    object_id: str
    size: int
    path: str

    @property
    def is_file(self) -> bool:
        """Tell whether it is a file, and no link and no repository within the repository."""
        return self.mode not in (LINK_MODE, MODULE_MODE)


def list_tree(git: Git, tree: str, *arguments: str) -> Iterator[TreeEntry]:
    """Yield every path of a tree, or of the folders that are named after ``--``."""
    for line in git.fields("ls-tree", "-r", "-z", "--long", tree, *arguments):
        about, _, path = line.partition("\t")
        mode, kind, object_id, size = about.split()
        yield TreeEntry(mode, object_id, int(size) if kind == "blob" else 0, path)
