"""The files of evidence compared: which went, came, moved, or hold something else."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.diff.before_after import BeforeAfter
from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.matching import by_unique
from actionplan.documents import is_evidence
from actionplan.findings import Position
from actionplan.model import Plan

Whose = tuple[str, str]
"""The id of a commitment, or its folder if that has none, and the path of a file in it."""
Files = dict[Whose, tuple[str, int]]
"""Paths from the root, and sizes in bytes."""
_NO_FILE = ("", 0)


def moved_evidence(base: Plan, head: Plan) -> dict[str, str]:
    """Return the files of evidence that a commitment may have at another path: the old path by the new.

    Its folder moved, or one file went and one of the same size came. Whether they hold what they held is for those to
    see who can read them.
    """
    before, after = _of_both(base, head)
    same = {key: key for key in before.keys() & after.keys() if before[key][0] != after[key][0]}
    return {after[new][0]: before[old][0] for new, old in {**same, **_renamed(before, after)}.items()}


def files_changed(plans: BeforeAfter, gone: tuple[str, ...]) -> Iterator[Change]:
    """Yield every file of evidence that is not what it was.

    Args:
        plans: The plan before and after.
        gone: Folders, each with its last slash, of commitments that went, which is said elsewhere.
    """
    base, head, altered = plans.base, plans.head, plans.altered
    before, after = _of_both(base, head)
    # A file of the same size is another one all the same if those who read it say so.
    renamed = {new: old for new, old in _renamed(before, after).items() if after[new][0] not in altered}
    for key in sorted((before.keys() | after.keys()) - set(renamed.values())):
        (old, size), (new, now) = before.get(renamed.get(key, key), _NO_FILE), after.get(key, _NO_FILE)
        if not new:
            if old.startswith(gone):
                continue
            kind = ChangeKind.EVIDENCE_REMOVED
        elif not old:
            kind = ChangeKind.EVIDENCE_ADDED
        elif new in altered or size != now:
            kind = ChangeKind.EVIDENCE_REPLACED
        elif old != new:
            kind = ChangeKind.EVIDENCE_MOVED
        else:
            continue
        commitment = key[0] if key[0] in head.commitment_files or key[0] in base.commitment_files else ""
        yield Change(kind, commitment, Position(new or old), (("after", new or old), ("before", old)))


def _renamed(before: Files, after: Files) -> dict[Whose, Whose]:
    """Return files that came, each with the only one of its commitment and its size that went."""
    gone, come = (
        by_unique({key: (key[0], size) for key, (_, size) in mine.items() if key not in other})
        for mine, other in ((before, after), (after, before))
    )
    return {key: gone[size] for size, key in come.items() if size in gone}


def _of_both(base: Plan, head: Plan) -> tuple[Files, Files]:
    """Return the evidence of both plans, by whose it is.

    A folder whose commitment is not to be read in one of them, or has another id in the later one, is that of whom it
    is in the other, or was.
    """
    was, now = ({item.commitment.folder: name for name, item in plan.commitment_files.items()} for plan in (base, head))
    gone = {folder: name for folder, name in was.items() if name not in head.commitment_files}
    come = {folder: name for folder, name in now.items() if name not in base.commitment_files}
    return _evidence(base, {**come, **was}), _evidence(head, {**now, **gone})


def _evidence(plan: Plan, owners: dict[str, str]) -> Files:
    """Return the path and size of each file, by whose it is, with those whose folders these are."""
    found: Files = {}
    for file in plan.files:
        if is_evidence(file.path):
            folder, inner = file.path[: file.path.index("/", len("commitments/"))], file.path
            found[owners.get(folder, folder), inner.removeprefix(f"{folder}/")] = (file.path, file.size)
    return found
