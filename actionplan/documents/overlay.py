"""A tree of files with other contents in some of them, or with files more, that nobody has written yet."""

from __future__ import annotations

from collections.abc import Mapping

from actionplan.documents.files import EntryKind, FileEntry, FileTree


class Overlay:
    """Represent a tree of files with some of them as they would be.

    Attributes:
        files: The contents that take the place of those in the tree, by path; they may change between two reads.
    """

    def __init__(self, tree: FileTree, files: Mapping[str, str]) -> None:
        self._tree = tree
        self.files = {path: text.encode() for path, text in files.items()}

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path, sorted, those that would be among them."""
        others = [entry for entry in self._tree.entries() if entry.path not in self.files]
        own = [FileEntry(path, EntryKind.FILE, len(content)) for path, content in self.files.items()]
        return tuple(sorted([*others, *own]))

    def read(self, path: str) -> bytes:
        """Read one listed file."""
        return self.files[path] if path in self.files else self._tree.read(path)
