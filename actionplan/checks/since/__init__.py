"""What a change does to what was published: an earlier plan against the one that follows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actionplan.checks.since import documents, handovers, ids, records, roadmaps
from actionplan.checks.since.counterparts import counterparts

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Plan


def check_changes(base: Plan, head: Plan, altered: Collection[str] = ()) -> Iterator[Finding]:
    """Run every check that compares; findings stand in the files of the later plan, or where they were.

    Documents are matched by what they are and their id, so that a file may move. What could not be read in either
    plan is not missed: that has findings of its own.

    Args:
        base: The plan as it was published.
        head: The plan that is to follow it.
        altered: Files that are in both at the same path, with other contents.
    """
    yield from documents.check(base, head)
    yield from handovers.check(base, head)
    sizes = _sizes(base), _sizes(head)
    for was, now in counterparts(base, head):
        if now is not was:
            yield from ids.check(was, now)
            yield from roadmaps.check(was, now)
            yield from records.check(was, now)
        yield from records.check_files(was, now, sizes, altered, head.fingerprints)


def _sizes(plan: Plan) -> dict[str, int]:
    return {entry.path: entry.size for entry in plan.files}
