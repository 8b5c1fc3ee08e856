"""What the published program finds in a proposal, before anything is said of it."""

from __future__ import annotations

from typing import NamedTuple

from actionplan.agreement.approvals import Decision
from actionplan.diff.change import Change
from actionplan.findings import Finding, Severity
from actionplan.forge.door import forge
from actionplan.git.proposal import Proposed
from actionplan.language.messages import msg
from actionplan.model import Plan

OLD_ERRORS = msg("No es por esta propuesta: los errores ya estaban en lo publicado, y mantenimiento debe arreglarlos.")
"""What is said, by a status and in the comment, of errors that none of the proposal's words brought."""


class Examined(NamedTuple):
    """Describe what the published program finds in a proposal.

    Attributes:
        proposed: The proposal in git.
        plan: As published.
        decision: What each side has said.
        changes: What it changes in what the plan says; none if it collides.
        figures: Figures and trees before and after, as Markdown; may be empty.
        findings: All that the check says of the plan as it would be.
        fresh: Those that the published plan does not have.
    """

    proposed: Proposed
    plan: Plan
    decision: Decision
    changes: tuple[Change, ...]
    figures: str
    findings: tuple[Finding, ...]
    fresh: tuple[Finding, ...]

    @property
    def errs(self) -> bool:
        """Tell whether the plan would have errors."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    @property
    def errs_as_before(self) -> bool:
        """Tell whether it would, and none of them is the proposal's."""
        return self.errs and all(finding.severity is not Severity.ERROR for finding in self.fresh)

    @property
    def brings_workflows(self) -> bool:
        """Tell whether what a run of the proposal's leaves is made by orders of its own."""
        return any(map(forge.is_workflow, self.proposed.paths))
