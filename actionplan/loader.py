"""The first three stages as one: a file tree becomes a plan and all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from actionplan.checks import examine
from actionplan.documents.collection import Reading, read_all
from actionplan.documents.files import FileTree
from actionplan.documents.memory import Memory
from actionplan.findings.finding import Finding, Severity, in_order
from actionplan.model.build import Typed, build
from actionplan.model.plan import Plan


class Loaded(NamedTuple):
    """A plan and every finding about it, in order."""

    plan: Plan
    findings: tuple[Finding, ...]

    def blocks(self, *, strict: bool = False) -> bool:
        """Whether the findings forbid publication; in strict mode warnings do too."""
        stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(finding.severity in stops for finding in self.findings)


@dataclass(frozen=True, eq=False)
class Memories:
    """What each stage made of each file, so that the next load works on what has changed and no more."""

    readings: Memory[Reading] = field(default_factory=Memory)
    entries: Memory[Typed] = field(default_factory=Memory)
    findings: Memory[tuple[Finding, ...]] = field(default_factory=Memory)


def load(tree: FileTree, memories: Memories | None = None) -> Loaded:
    """Read, type and check a whole plan; content never raises, it only yields findings.

    Args:
        tree: Where it is.
        memories: Of the loads before this one in the same process; they change nothing but how long it takes.
    """
    known = memories or Memories()
    collection = read_all(tree, known.readings)
    plan, refused = build(collection.documents, collection.files, collection.keys, known.entries)
    return Loaded(plan, in_order([*collection.findings, *refused, *examine(plan, known.findings)]))
