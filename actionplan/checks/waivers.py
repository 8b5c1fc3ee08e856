"""The exceptions that documents make for themselves: what they silence, and whether they may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actionplan.findings.finding import Finding, Severity
from actionplan.findings.rule import Family
from actionplan.findings.rules import BY_CODE, waivers
from actionplan.model.mistakes import Guesses
from actionplan.model.plan import Plan


def unwaived(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Leave out the warnings and notices from which their own document makes an exception."""
    waived = {(entry.path, waiver.rule) for entry in plan.entries for waiver in entry.model.waivers}
    for finding in findings:
        if finding.severity is Severity.ERROR or (finding.path, finding.code) not in waived:
            yield finding


def check(plan: Plan, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Check that each exception is to a rule that there is, may be waived, and is not kept.

    Args:
        plan: The plan.
        findings: All that was found in it, before anything was waived.
    """
    found = {(finding.path, finding.code) for finding in findings}
    guesses = Guesses(lambda: map(str.lower, BY_CODE))
    for entry in plan.entries:
        for index, waiver in enumerate(entry.model.waivers):
            rule = BY_CODE.get(waiver.rule)
            position = entry.position("waivers", index, "rule")
            if rule is None:
                yield waivers.UNKNOWN_RULE.at(position, rule=waiver.rule, guess=guesses.nearest(waiver.rule).upper())
            elif rule.severity is Severity.ERROR:
                yield waivers.OF_AN_ERROR.at(position, rule=waiver.rule)
            elif (entry.path, waiver.rule) not in found and rule.family is not Family.HISTORY:
                # What was compared with another version is not found in this one alone.
                yield waivers.UNNEEDED.at(position, rule=waiver.rule)
