"""Where a plan's files come from, and how one is written: the one edge to the disk."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import NamedTuple, Protocol

ROOTS = ("plan", "commitments")
"""The folders that hold a plan, from the root of its repository."""


class EntryKind(Enum):
    """Hold what stands at a path."""

    FILE = "file"
    LINK = "link"
    OTHER = "other"
    CLOSED = "closed"


class FileEntry(NamedTuple):
    """Represent one path of the plan, from the root and with ``/``; size in bytes."""

    path: str
    kind: EntryKind
    size: int


class FileTree(Protocol):
    """Represent the files of a plan, whatever keeps them."""

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots, sorted; nothing is followed out of the tree."""

    def read(self, path: str) -> bytes:
        """Read one listed file.

        Raises:
            OSError: It cannot be read, or is no longer there.
        """


class WorkingTree:
    """Represent the files on disk below a root folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots, sorted; links are named, never followed."""
        return tuple(sorted(entry for name in ROOTS for entry in self._below(name)))

    def read(self, path: str) -> bytes:
        """Read one listed file."""
        return (self.root / path).read_bytes()

    def _below(self, folder: str) -> Iterator[FileEntry]:
        base = self.root / folder
        if base.is_symlink():
            yield FileEntry(folder, EntryKind.LINK, 0)
            return
        if not base.is_dir():
            return
        pending = [folder]
        while pending:
            here = pending.pop()
            try:
                with os.scandir(self.root / here) as found:
                    items = list(found)
            except OSError:
                yield FileEntry(here, EntryKind.CLOSED, 0)
                continue
            for item in items:
                path = f"{here}/{item.name}"
                if item.is_symlink():
                    yield FileEntry(path, EntryKind.LINK, 0)
                elif item.is_dir():
                    pending.append(path)
                else:
                    yield _file(path, item)


def _file(path: str, item: os.DirEntry[str]) -> FileEntry:
    try:
        status = item.stat()
    except OSError:
        return FileEntry(path, EntryKind.CLOSED, 0)
    regular = stat.S_ISREG(status.st_mode)
    return FileEntry(path, EntryKind.FILE if regular else EntryKind.OTHER, status.st_size)


def write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: whoever reads meanwhile finds the old one or the new one."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_bytes(content)
    if path.exists():
        fresh.chmod(stat.S_IMODE(path.stat().st_mode))
    fresh.replace(path)
