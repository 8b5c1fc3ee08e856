"""What a proposal would make of what is published: its data over the published program, by git's objects alone.

Nothing of a proposal is checked out, so nothing that it brings steers git: no filter, no attribute, no hook.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple, ParamSpec, TypeVar

from actionplan.documents import ROOTS, EntryKind
from actionplan.git.revision import Revision
from actionplan.git.run import Git, GitError, on_one_line
from actionplan.git.trees import list_tree

P = ParamSpec("P")
T = TypeVar("T")

_CONFLICT = 1
_PLAIN_MODE = "100644"
_NOWHERE = "/dev/null/enlace"
"""Where a link of a proposal leads once it is laid out: it shows as a link, and there is nothing behind it."""


class ProposalError(Exception):
    """Represent a proposal cannot be laid over what is published; the text says why, in Spanish."""


class Proposed(NamedTuple):
    """Describe a proposal as it would be once merged.

    Attributes:
        base: The commit that is published.
        head: The last commit of the proposal.
        result: A commit made here, with what is published but for the plan's folders, which are those of the merge;
            the published one is its first parent. Empty if the two collide.
        paths: Every file that the proposal adds, changes or removes.
        collisions: Files that both sides changed in ways that git cannot join.
    """

    base: str
    head: str
    result: str
    paths: tuple[str, ...]
    collisions: tuple[str, ...]


def is_data(path: str) -> bool:
    """Tell whether a file is content that a proposal may bring: in the plan's folders, and no setting of git's own."""
    top, *names = path.split("/")
    return top in ROOTS and not any(name.lower().startswith(".git") for name in names)


def _explained(function: Callable[P, T]) -> Callable[P, T]:
    """Let a function say in Spanish what git refuses."""

    @wraps(function)
    def explained(*arguments: P.args, **named: P.kwargs) -> T:
        try:
            return function(*arguments, **named)
        except GitError as error:
            raise ProposalError(f"Git no puede leer la propuesta: {error}") from error

    return explained


@_explained
def propose(root: Path, base: str, head: str) -> Proposed:
    """Merge a proposal in git's objects, without touching any file.

    Args:
        root: The top of a repository.
        base: What is published: a commit, branch or tag.
        head: The proposal, likewise.

    Raises:
        ProposalError: There is no such repository or revision, or both share no history.
    """
    git = Git(root)
    base, head = git.commit(base), git.commit(head)
    merged, collisions = _merge(git, base, head)
    if not merged:
        return Proposed(base, head, "", tuple(git.differing("diff", f"{base}...{head}")), collisions)
    paths = tuple(sorted(git.differing("diff-tree -r", base, merged)))
    return Proposed(base, head, _result(git, base, head, merged), paths, ())


@_explained
def lay_out(root: Path, proposed: Proposed, place: Path) -> None:
    """Write what a proposal would make of the whole repository into a new folder, as a working tree of git's.

    Args:
        root: The top of the repository.
        proposed: What to write; it must not collide.
        place: A folder that is not there yet.

    Raises:
        ProposalError: A file cannot be written.
    """
    git = Git(root)
    git.run("worktree", "prune")
    git.run("worktree", "add", "--quiet", "--no-checkout", "--detach", str(place.resolve()), proposed.result)
    inside = Git(place)
    inside.run("read-tree", proposed.result)
    # Git writes the program, by the published attributes, since there are no others; the data is written as it is.
    program = "".join(f"{entry.path}\0" for entry in list_tree(git, proposed.result) if not _is_below(entry.path))
    inside.run("checkout-index", "-z", "--stdin", stdin=os.fsencode(program))
    try:
        _write_data(Revision(root, proposed.result), place)
    except OSError as error:
        name = os.path.relpath(os.fsdecode(error.filename or ""), place)
        raise ProposalError(f"No se puede escribir «{name}»: {error.strerror}.") from error


def _write_data(result: Revision, place: Path) -> None:
    # Links after all files, so that none is written through them.
    for entry in sorted(result.entries(), key=lambda entry: entry.kind is EntryKind.LINK):
        path = place / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if entry.kind is EntryKind.LINK:
            path.symlink_to(_NOWHERE)
        else:
            path.write_bytes(result.read(entry.path))


def _merge(git: Git, base: str, head: str) -> tuple[str, tuple[str, ...]]:
    """Return the tree of both together; none, and where they collide, if git cannot join them."""
    done = git.ask("merge-tree", "--write-tree", "-z", "--name-only", "--no-messages", base, head)
    if done.returncode not in (0, _CONFLICT):
        raise ProposalError(f"Git no puede unir la propuesta con lo publicado: {on_one_line(done.stderr)}")
    tree, *names = (os.fsdecode(field) for field in done.stdout.split(b"\0") if field)
    return (tree, ()) if done.returncode == 0 else ("", tuple(sorted(set(names))))


def _result(git: Git, base: str, head: str, merged: str) -> str:
    """Return the commit with the published program and the proposal's data."""
    entries = [entry for entry in list_tree(git, base) if not _is_below(entry.path)]
    # What says of a file that it may run is not kept.
    entries += [
        entry._replace(mode=_PLAIN_MODE) if entry.is_file else entry
        for entry in list_tree(git, merged)
        if is_data(entry.path)
    ]
    lines = "".join(f"{entry.mode} {entry.object_id}\t{entry.path}\0" for entry in entries)
    with TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        git.run("update-index", "-z", "--index-info", stdin=os.fsencode(lines), environment=index)
        tree = git.line("write-tree", environment=index)
    # Git passes over names that could lead out of a folder, and says so to nobody.
    odd = {entry.path for entry in entries} - {entry.path for entry in list_tree(git, tree)}
    if odd:
        raise ProposalError(f"La propuesta trae archivos con nombres que git no admite: {', '.join(sorted(odd))}.")
    day = git.line("log", "-1", "--format=%cI", base)
    who = {"NAME": "plan", "EMAIL": "plan@example.org", "DATE": day}
    signed = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in who.items()}
    return git.line("commit-tree", tree, "-p", base, "-p", head, "-m", "Propuesta", environment=signed)


def _is_below(path: str) -> bool:
    return path.split("/", maxsplit=1)[0] in ROOTS
