"""What git remembers of a plan: one pass over its log, kept beside git's own objects for the next time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from enum import Enum
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from actionplan.documents import ROOTS, commitment_folder, write_whole
from actionplan.git.merges import MERGES, proposals
from actionplan.git.run import Git, GitError

_FORMAT = "%x00%H%x00%ct%x00%cs%x00%s%x00%b%x00%(trailers:key=Signed-off-by,valueonly,separator=%x1f)"
_LOG = (
    "log",
    "-z",
    "--name-status",
    "--find-renames",
    "--full-history",
    "--relative",
)
# Of a merge, what it holds beyond what git made of both sides by itself; git writes beside its objects to find out.
_MERGES, _NO_MERGES = "--remerge-diff", "--no-merges"
_VERSION = 2
_LONGEST = 2000
_ADDRESS = re.compile(r"\s?<[^<>\n]{0,254}>|[^\s@<>]{1,64}@[^\s@<>]{1,254}")
_TRAILER = re.compile(r"^[A-Z][a-z]+(?:-[a-z]+)+: .*$\n?", re.MULTILINE)


class HistoryDepth(Enum):
    """Say how much of the past there is to read."""

    WHOLE = "whole"
    SHALLOW = "shallow"
    NONE = "none"


class Touch(NamedTuple):
    """Describe one file in one commit; ``status`` is git's letter, ``before`` the old path of what was renamed."""

    status: str
    path: str
    before: str = ""


class Commit(NamedTuple):
    """Describe one commit that touched the plan.

    Attributes:
        id: Its hash.
        moment: When it was committed, in seconds since 1970.
        day: The same as an ISO date, where it was committed.
        subject: What was changed, in its author's words, without e-mail addresses.
        reason: Why, likewise; may be empty.
        signers: Names of those who signed it off, and so publicly; never an author who did not.
        touches: The files.
        proposal: The number of the proposal that was merged with it; empty if its subject alone can tell.
    """

    id: str
    moment: int
    day: str
    subject: str
    reason: str
    signers: tuple[str, ...]
    touches: tuple[Touch, ...]
    proposal: str = ""


class History:
    """Describe the commits of a plan, newest first, with every file under the name that it has today."""

    def __init__(self, commits: tuple[Commit, ...], depth: HistoryDepth) -> None:
        self.commits = commits
        self.depth = depth

    @cached_property
    def in_todays_names(self) -> tuple[Commit, ...]:
        """Return the commits as if every file had always had the name that it has today."""
        today: dict[str, str] = {}
        renamed = []
        for commit in self.commits:
            touches = tuple(touch._replace(path=today.get(touch.path, touch.path)) for touch in commit.touches)
            today.update((touch.before, touch.path) for touch in touches if touch.before)
            renamed.append(commit._replace(touches=touches))
        return tuple(renamed)

    @cached_property
    def _of_path(self) -> dict[str, list[Commit]]:
        commits: dict[str, list[Commit]] = {}
        for commit in self.in_todays_names:
            for touch in commit.touches:
                commits.setdefault(touch.path, []).append(commit)
        return commits

    @cached_property
    def _of_folder(self) -> dict[str, dict[str, Commit]]:
        commits: dict[str, dict[str, Commit]] = {}
        for commit in self.in_todays_names:
            for touch in commit.touches:
                commits.setdefault(commitment_folder(touch.path), {})[commit.id] = commit
        return commits

    def introduced(self, path: str) -> Commit | None:
        """Return the commit that brought a file, under whatever name; None if that is not remembered."""
        commits = self._of_path.get(path)
        return commits[-1] if commits and self.depth is HistoryDepth.WHOLE else None

    def of(self, folder: str) -> tuple[Commit, ...]:
        """Return the commits that touched a folder such as ``commitments/01-agua``, newest first."""
        return tuple(self._of_folder.get(folder, {}).values())


def read_history(root: Path) -> History:
    """Read the history of the plan below a root.

    A shallow clone gives what it has, and no git at all gives nothing; neither is an error.
    """
    git = Git(root)
    try:
        head, common, shallow = git.text(
            "rev-parse", "HEAD", "--path-format=absolute", "--git-common-dir", "--is-shallow-repository"
        ).splitlines()
        if shallow == "true":
            return History(_in_order(_log(git, head)), HistoryDepth.SHALLOW)
        # Beside git's own objects: it goes where they go, and no proposal can bring one with it.
        kept = Path(common) / "actionplan" / f"history-{_position(git)}.json"
        return History(_remembered(git, head, kept), HistoryDepth.WHOLE)
    except (GitError, OSError, ValueError):
        return History((), HistoryDepth.NONE)


def _remembered(git: Git, head: str, kept: Path) -> tuple[Commit, ...]:
    """Return the commits up to a head: those of the last time, and the new ones from git."""
    before, commits = _recall(kept)
    if before == head:
        return commits
    if before and _is_ancestor(git, before, head):
        commits = _in_order([*_log(git, f"{before}..{head}"), *commits])
    else:
        commits = _in_order(_log(git, head))
    _keep(kept, head, commits)
    return commits


def _in_order(commits: Iterable[Commit]) -> tuple[Commit, ...]:
    """Sort commits, the newest first; those of one second, as a rebase makes them, stay in the order of git's log."""
    return tuple(sorted(commits, key=lambda commit: -commit.moment))


def _log(git: Git, commits: str) -> Iterator[Commit]:
    try:
        output = git.text(*_LOG, _MERGES, f"--format={_FORMAT}", commits, "--", *ROOTS)
    except GitError:  # a repository that nobody may write to
        output = git.text(*_LOG, _NO_MERGES, f"--format={_FORMAT}", commits, "--", *ROOTS)
    merged = proposals(git.text(*MERGES, commits))
    fields = iter(output.split("\0"))
    next(fields, None)
    for commit in fields:
        if not commit:
            return
        moment, day, subject, body, signers = (next(fields) for _ in range(5))
        touches = tuple(_touches(fields))
        names = (_ADDRESS.sub("", name).strip() for name in signers.split("\x1f"))
        signed = tuple(filter(None, names))
        if touches:
            number = merged.get(commit, "")
            yield Commit(commit, int(moment), day, _said(subject), _said(body), signed, touches, number)


def _touches(fields: Iterator[str]) -> Iterator[Touch]:
    for field in fields:
        status = field.strip("\n")[:1]
        if not status:
            return
        if status == "R":
            before = next(fields)
            yield Touch(status, next(fields), before)
        else:
            yield Touch(status, next(fields))


def _said(text: str) -> str:
    """Return a message without what is for machines, and without addresses of people."""
    return _ADDRESS.sub("", _TRAILER.sub("", text[:_LONGEST])).strip()


def _is_ancestor(git: Git, old: str, new: str) -> bool:
    return git.ask("merge-base", "--is-ancestor", old, new).returncode == 0


def _position(git: Git) -> str:
    """Return a name for the folder within its repository, for repositories with several plans."""
    return re.sub(r"\W+", "-", git.text("rev-parse", "--show-prefix").strip()) or "root"


def _recall(kept: Path) -> tuple[str, tuple[Commit, ...]]:
    try:
        version, head, rows = json.loads(kept.read_bytes())
        if version != _VERSION:
            return "", ()
        return head, tuple(map(_remember, rows))
    except (OSError, ValueError, TypeError):
        return "", ()


def _remember(row: list[Any]) -> Commit:
    commit, moment, day, subject, reason, signers, touches, proposal = row
    known = tuple(Touch(*touch) for touch in touches)
    return Commit(commit, moment, day, subject, reason, tuple(signers), known, proposal)


def _keep(kept: Path, head: str, commits: tuple[Commit, ...]) -> None:
    with suppress(OSError):  # a repository that cannot be written to is only slower
        kept.parent.mkdir(exist_ok=True)
        write_whole(kept, json.dumps([_VERSION, head, commits], separators=(",", ":")).encode())
