"""What comparing with what was published explains better than looking at the plan alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from actionplan.findings.rules import history
from actionplan.rules import evidence, schedule

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding

_BETTER = {
    # That says to write the date of the last rescheduling, when it is the date or the entry that has to go back.
    schedule.NOT_THE_LAST.code: ("activity", {history.DATE_MOVED.code, history.RESCHEDULING_CHANGED.code}),
    # That says to copy the new fingerprint, when it is the file that has to come back.
    evidence.OTHER_CONTENT.code: ("file", {history.EVIDENCE_REPLACED.code}),
}
"""By the code of a rule: what its finding is about, and the rules that say more of the same."""


def unexplained(findings: Iterable[Finding], since: Collection[Finding]) -> list[Finding]:
    """The findings about a plan without those of which one mistake would be told twice, with opposite advice.

    Args:
        findings: Of the plan alone.
        since: Of what changed in it.
    """
    return [finding for finding in findings if not _is_explained(finding, since)]


def _is_explained(finding: Finding, since: Iterable[Finding]) -> bool:
    if finding.code not in _BETTER:
        return False
    name, codes = _BETTER[finding.code]
    about = dict(finding.values)[name]
    return any(it.code in codes and it.path == finding.path and dict(it.values).get(name) == about for it in since)
