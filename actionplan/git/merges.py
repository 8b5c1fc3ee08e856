"""Which proposal brought each commit, where it was merged with a commit of its own."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.forge.door import forge

MERGES = ("log", "-z", "--format=%H%x00%P%x00%s")
"""What to ask git for, for the commits of interest."""


def proposals(told: str) -> dict[str, str]:
    """Return the number of the proposal that brought each commit, the merge itself included.

    The branch that is published is what first parents make up; what a merge adds to it came with its proposal. That
    the subject of a commit itself may say, as those of squashed proposals do, is another matter.

    Args:
        told: What git says, the newest commit first.
    """
    fields = iter(told.split("\0"))
    commits = {
        commit: (parents.split(), subject) for commit, parents, subject in zip(fields, fields, fields, strict=False)
    }
    published = list(_first_parents(commits))
    seen = set(published)
    found: dict[str, str] = {}
    for merge in reversed(published):
        parents, subject = commits[merge]
        others = parents[1:]
        number = forge.merged_number(subject) if others else ""
        if number:
            found[merge] = number
        while others:
            commit = others.pop()
            if commit in commits and commit not in seen:
                seen.add(commit)
                others += commits[commit][0]
                if number:
                    found[commit] = number
    return found


def _first_parents(commits: dict[str, tuple[list[str], str]]) -> Iterator[str]:
    commit = next(iter(commits), "")
    while commit in commits:
        yield commit
        commit = next(iter(commits[commit][0]), "")
