"""A plan with one file more, or with other contents in one, that nobody has written yet."""

from __future__ import annotations

from actionplan.documents.files import EntryKind, FileEntry, FileTree


class Overlay:
    """The files of a tree with one of them as it would be."""

    def __init__(self, tree: FileTree, path: str, text: str) -> None:
        self._tree = tree
        self._path = path
        self._content = text.encode()

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path, the one that would be among them."""
        others = [entry for entry in self._tree.entries() if entry.path != self._path]
        return tuple(sorted([*others, FileEntry(self._path, EntryKind.FILE, len(self._content))]))

    def read(self, path: str) -> bytes:
        """Read one listed file."""
        return self._content if path == self._path else self._tree.read(path)
