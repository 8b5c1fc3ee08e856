"""The files of a plan in a revision of git."""

from __future__ import annotations

import io
from enum import Enum
from functools import cached_property
from pathlib import Path

from actionplan.documents import ROOTS, EntryKind, FileEntry, is_text
from actionplan.git.run import Git, GitError
from actionplan.git.trees import list_tree

_SHORT = 256 * 1024
_BELOW = ("--", *ROOTS)


class RevisionProblem(Enum):
    """Say why a revision cannot be read."""

    NO_REPOSITORY = "no repository"
    UNKNOWN = "unknown"
    SHALLOW = "shallow"


class RevisionError(Exception):
    """Report that there is no repository that git can read here, or it does not have the revision.

    Attributes:
        problem: Which of these; ``SHALLOW`` if the revision may only have been left out of a clone that is cut short.
        output: What git says of it, on one line; may be empty.
    """

    def __init__(self, problem: RevisionProblem, output: str) -> None:
        super().__init__(output)
        self.problem = problem
        self.output = output


class Revision:
    """Hold the files of a commit, branch or tag, read without touching the working tree."""

    def __init__(self, root: Path, name: str) -> None:
        """Resolve the name once, so that a branch that moves changes nothing.

        Args:
            root: The folder of the plan: the top of a repository, or a folder in it.
            name: A commit, branch or tag.

        Raises:
            RevisionError: Git cannot resolve it.
        """
        self._git = Git(root)
        problem = RevisionProblem.NO_REPOSITORY
        try:
            problem = RevisionProblem.SHALLOW if self.is_cut_short() else RevisionProblem.UNKNOWN
            self.commit = self._git.commit(name)
            self._tree = {entry.path: entry for entry in list_tree(self._git, self.commit, *_BELOW)}
        except GitError as error:
            raise RevisionError(problem, str(error)) from error

    def entries(self) -> tuple[FileEntry, ...]:
        """List every path below the roots in the commit, sorted."""
        return self._entries

    @cached_property
    def _entries(self) -> tuple[FileEntry, ...]:
        return tuple(
            sorted(
                FileEntry(path, EntryKind.FILE, entry.size) if entry.is_file else FileEntry(path, EntryKind.LINK, 0)
                for path, entry in self._tree.items()
            )
        )

    def read(self, path: str) -> bytes:
        """Read one listed file from git's objects; the short texts come together in one call of git.

        Raises:
            OSError: It is not listed.
            GitError: Git cannot read it.
        """
        if path in self._short:
            return self._short[path]
        if path not in self._tree:
            raise FileNotFoundError(path)
        return self._git.run("cat-file", "blob", self._tree[path].object_id)

    def altered(self, other: str | None = None) -> frozenset[str]:
        """Return the files that are in the commit and in another, or on disk, with other contents at the same path.

        Git tells by its index, so that large files are not read again.
        """
        return self.touched(other, "--diff-filter=M")

    def touched(self, other: str | None = None, *which: str) -> frozenset[str]:
        """Return the files that are not the same in the commit and in another, or on disk; one may lack them."""
        commits = [self.commit, *([other] if other else [])]
        return frozenset(self._git.differing("diff", "--relative", "--ignore-submodules", *which, *commits, *_BELOW))

    def shared_with(self, other: Revision | None = None) -> str | None:
        """Return the last commit that this one has in common with another, or with what is on disk.

        None if they have none in common, as far as the history goes that this clone has.
        """
        # While a merge is under way, what is on disk comes from both of its sides.
        others = [other.commit] if other else [name for name in ("HEAD", "MERGE_HEAD") if self._has(name)]
        try:
            return self._git.line("merge-base", self.commit, *others).split()[0]
        except GitError:
            return None

    def is_cut_short(self) -> bool:
        """Tell whether this clone has only a part of the history."""
        return self._git.line("rev-parse", "--is-shallow-repository") == "true"

    def _has(self, name: str) -> bool:
        return self._git.ask("rev-parse", "--verify", "--quiet", name).returncode == 0

    @cached_property
    def _short(self) -> dict[str, bytes]:
        paths = [path for path, entry in self._tree.items() if entry.is_file and entry.size <= _SHORT and is_text(path)]
        wanted = "".join(f"{self._tree[path].object_id}\n" for path in paths)
        stream = io.BytesIO(self._git.run("cat-file", "--batch", stdin=wanted.encode()))
        contents = {}
        for path in paths:
            size = int(stream.readline().split()[2])
            contents[path] = stream.read(size)
            stream.read(1)  # git ends every object with a line feed of its own
        return contents
