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

from actionplan.documents.kinds import is_text

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


class RevisionProblem(Enum):
    """Why a revision cannot be read."""

    NO_REPOSITORY = "no repository"
    UNKNOWN = "unknown"
    SHALLOW = "shallow"


class RevisionError(Exception):
    """There is no repository that git can read here, or it does not have the revision.

    Attributes:
        problem: Which of these; ``SHALLOW`` if the revision may only have been left out of a clone that is cut short.
        said: What git says of it, on one line; may be empty.
    """

    def __init__(self, problem: RevisionProblem, said: str = "") -> None:
        super().__init__(said)
        self.problem = problem
        self.said = said


class Revision:
    """The files of a commit, branch or tag, read without touching the working tree."""

    def __init__(self, root: Path, name: str) -> None:
        """Resolve the name once, so that a branch that moves changes nothing.

        Args:
            root: The folder of the plan: the top of a repository, or a folder in it.
            name: A commit, branch or tag.

        Raises:
            RevisionError: Git cannot resolve it.
        """
        self.root = root
        try:
            shallow = self.is_cut_short()
        except _GIT_FAILS as error:
            raise RevisionError(RevisionProblem.NO_REPOSITORY, _said(error)) from error
        try:
            found = self._git("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}")
            self.commit = found.decode().strip()
            self._objects, self._entries = self._list()
        except _GIT_FAILS as error:
            problem = RevisionProblem.SHALLOW if shallow else RevisionProblem.UNKNOWN
            raise RevisionError(problem, _said(error)) from error

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots in the commit, sorted."""
        return self._entries

    def read(self, path: str) -> bytes:
        """Read one listed file from git's objects; the short texts come together in one call of git."""
        if path in self._short:
            return self._short[path]
        if path not in self._objects:
            raise FileNotFoundError(path)
        return self._git("cat-file", "blob", self._objects[path])

    def altered(self, other: str | None = None) -> frozenset[str]:
        """The files that are in the commit and in another, or on disk, at the same path, with other contents.

        Git tells by its index, so that large files are not read again.
        """
        return self.touched(other, "--diff-filter=M")

    def touched(self, other: str | None = None, *which: str) -> frozenset[str]:
        """The files that are not the same in the commit and in another, or on disk; one may lack them."""
        commits = [self.commit, *([other] if other else [])]
        found = self._git("diff", "--name-only", "--no-renames", *which, *_PLAIN_DIFF, *commits, *_BELOW)
        return frozenset(os.fsdecode(path) for path in found.split(b"\0") if path)

    def shared_with(self, other: Revision | None = None) -> str | None:
        """The last commit that this one has in common with another, or with what is on disk.

        None if they have none in common, as far as the history goes that this clone has.
        """
        # While a merge is under way, what is on disk comes from both of its sides.
        others = [other.commit] if other else [name for name in ("HEAD", "MERGE_HEAD") if self._has(name)]
        try:
            return self._git("merge-base", self.commit, *others).decode().split()[0]
        except _GIT_FAILS:
            return None

    def is_cut_short(self) -> bool:
        """Whether this clone has only a part of the history."""
        return self._git("rev-parse", "--is-shallow-repository") == b"true\n"

    def _has(self, name: str) -> bool:
        try:
            return bool(self._git("rev-parse", "--verify", "--quiet", name))
        except _GIT_FAILS:
            return False

    def _list(self) -> tuple[dict[str, str], tuple[FileEntry, ...]]:
        objects, found = {}, []
        listing = self._git("ls-tree", "-r", "-z", "--long", self.commit, *_BELOW)
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
        files = (entry for entry in self._entries if entry.kind is EntryKind.FILE and entry.size <= _SHORT)
        paths = [entry.path for entry in files if is_text(entry.path)]
        wanted = "".join(f"{self._objects[path]}\n" for path in paths)
        stream = io.BytesIO(self._git("cat-file", "--batch", stdin=wanted.encode()))
        contents = {}
        for path in paths:
            size = int(stream.readline().split()[2])
            contents[path] = stream.read(size)
            stream.read(1)  # git ends every object with a line feed of its own
        return contents

    def _git(self, *arguments: str, stdin: bytes = b"") -> bytes:
        done = subprocess.run(  # noqa: S603 - fixed program, arguments are no shell text
            ["git", "-C", str(self.root), *arguments],  # noqa: S607
            input=stdin,
            capture_output=True,
            check=True,
        )
        return done.stdout


_GIT_FAILS = (OSError, ValueError, subprocess.CalledProcessError)  # ValueError: a NUL in a name
_BELOW = ("--", *ROOTS)
_PLAIN_DIFF = ("-z", "--relative", "--no-ext-diff", "--no-textconv", "--ignore-submodules")


def _said(error: Exception) -> str:
    text = error.stderr if isinstance(error, subprocess.CalledProcessError) else b""
    return " ".join(os.fsdecode(text).split())
