"""The first three stages as one: a file tree becomes a plan and all that is wrong with it."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.checks import examine
from actionplan.documents.collection import read_all
from actionplan.documents.files import FileTree
from actionplan.findings.finding import Finding, Severity, in_order
from actionplan.model.build import build
from actionplan.model.plan import Plan


class Loaded(NamedTuple):
    """A plan and every finding about it, in order."""

    plan: Plan
    findings: tuple[Finding, ...]

    def blocks(self, *, strict: bool = False) -> bool:
        """Whether the findings forbid publication; in strict mode warnings do too."""
        stops = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
        return any(finding.severity in stops for finding in self.findings)


def load(tree: FileTree) -> Loaded:
    """Read, type and check a whole plan; content never raises, it only yields findings."""
    collection = read_all(tree)
    plan, refused = build(collection.documents, collection.files, collection.keys)
    return Loaded(plan, in_order([*collection.findings, *refused, *examine(plan)]))
