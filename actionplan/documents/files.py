"""Where a plan's files come from: the working tree or a revision of git. The one edge to disk and git."""

from __future__ import annotations

import io
import os
import stat
import subprocess
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import NamedTuple, Protocol

ROOTS = ("plan", "commitments")
"""The folders that hold a plan, from the root of its repository."""


_SHORT = 256 * 1024


class EntryKind(Enum):
    """What stands at a path."""

    FILE = "file"
    LINK = "link"
    OTHER = "other"
    CLOSED = "closed"


class FileEntry(NamedTuple):
    """One path of the plan, from the root and with ``/``; size in bytes."""

    path: str
    kind: EntryKind
    size: int


class FileTree(Protocol):
    """The files of a plan, whatever keeps them."""

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots, sorted; nothing is followed out of the tree."""

    def read(self, path: str) -> bytes:
        """Read one listed file.

        Raises:
            OSError: It cannot be read, or is no longer there.
        """


class WorkingTree:
    """The files on disk below a root folder."""

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


class RevisionError(Exception):
    """Git does not know the revision, or there is no git repository here."""


class Revision:
    """The files of a commit, branch or tag, read without touching the working tree."""

    def __init__(self, root: Path, name: str) -> None:
        """Resolve the name once, so that a branch that moves changes nothing.

        Raises:
            RevisionError: Git cannot resolve it.
        """
        self.root = root
        self.commit = self._git("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}").decode().strip()
        self._objects, self._entries = self._list()

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots in the commit, sorted."""
        return self._entries

    def read(self, path: str) -> bytes:
        """Read one listed file from git's objects; the short ones come together in one call of git."""
        if path in self._short:
            return self._short[path]
        if path not in self._objects:
            raise FileNotFoundError(path)
        return self._git("cat-file", "blob", self._objects[path])

    def _list(self) -> tuple[dict[str, str], tuple[FileEntry, ...]]:
        objects, found = {}, []
        listing = self._git("ls-tree", "-r", "-z", "--long", self.commit, "--", *ROOTS)
        for line in filter(None, listing.split(b"\0")):
            about, _, name = line.partition(b"\t")
            mode, kind, object_id, size = about.split()
            path = os.fsdecode(name)
            regular = kind == b"blob" and mode != b"120000"
            found.append(FileEntry(path, EntryKind.FILE if regular else EntryKind.LINK, int(size) if regular else 0))
            objects[path] = object_id.decode()
        return objects, tuple(sorted(found))

    @cached_property
    def _short(self) -> dict[str, bytes]:
        paths = [entry.path for entry in self._entries if entry.kind is EntryKind.FILE and entry.size <= _SHORT]
        wanted = "".join(f"{self._objects[path]}\n" for path in paths)
        stream = io.BytesIO(self._git("cat-file", "--batch", stdin=wanted.encode()))
        contents = {}
        for path in paths:
            size = int(stream.readline().split()[2])
            contents[path] = stream.read(size)
            stream.read(1)  # git ends every object with a line feed of its own
        return contents

    def _git(self, *arguments: str, stdin: bytes = b"") -> bytes:
        try:
            done = subprocess.run(  # noqa: S603 - fixed program, arguments are no shell text
                ["git", "-C", str(self.root), *arguments],  # noqa: S607
                input=stdin,
                capture_output=True,
                check=True,
            )
        except (OSError, ValueError, subprocess.CalledProcessError) as error:  # ValueError: a NUL in a name
            raise RevisionError(str(error)) from error
        return done.stdout
