"""The first three stages as one: a file tree becomes a plan and all that is wrong with it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from actionplan.checks import examine, waivers
from actionplan.documents.collection import Reading, read_all
from actionplan.documents.files import FileTree
from actionplan.documents.fingerprints import fingerprints
from actionplan.documents.memory import Memory
from actionplan.findings.finding import Finding, Severity, in_order
from actionplan.model.build import Typed, build
from actionplan.model.plan import Plan
from actionplan.model.standing import sealed_files


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


def load(tree: FileTree, memories: Memories | None = None, cutoff: date | None = None) -> Loaded:
    """Read, type and check a whole plan; content never raises, it only yields findings.

    Args:
        tree: Where it is.
        memories: Of the loads before this one in the same process; they change nothing but how long it takes.
        cutoff: The date to cut figures off at, instead of the one in the plan's settings.
    """
    known = memories or Memories()
    plan, refused = _read(tree, known)
    if cutoff:
        plan = plan.at(cutoff)
    plan = replace(plan, fingerprints=fingerprints(tree, _in_custody(plan)))
    findings = [*refused, *examine(plan, known.findings)]
    return Loaded(plan, in_order([*waivers.unwaived(plan, findings), *waivers.check(plan, findings)]))


def plan_of(tree: FileTree, memories: Memories) -> Plan:
    """Read and type a plan without checking it, such as the published one that another is compared with.

    Args:
        tree: Where it is.
        memories: Shared with the load of the other plan, so that what both have alike is read and typed once.
    """
    return _read(tree, memories)[0]


def _read(tree: FileTree, known: Memories) -> tuple[Plan, list[Finding]]:
    collection = read_all(tree, known.readings)
    plan, refused = build(collection.documents, collection.files, collection.keys, known.entries)
    return plan, [*collection.findings, *refused]


def _in_custody(plan: Plan) -> tuple[str, ...]:
    """The files to take the fingerprint of; what is too big is refused anyway."""
    sealed, limit = sealed_files(plan), plan.identity.rules.evidence_limit
    return tuple(file.path for file in plan.files if file.path in sealed and file.size <= limit)
