"""A plan into findings: the rules of each family beside the checks that find them broken, listed here by hand."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from actionplan.documents import form_rules, front_matter_rules
from actionplan.findings import Rule
from actionplan.rules import (
    closure,
    corrections,
    dates,
    deliberation,
    elements,
    evidence,
    files,
    handovers,
    history,
    identity,
    indicators,
    languages,
    links,
    measurability,
    numbers,
    placeholders,
    privacy,
    progress,
    prose,
    provenance,
    record_dates,
    references,
    schedule,
    second_key,
    trees,
    waivers,
)
from actionplan.rules.check import Check, CommitmentCheck, DocumentCheck, PlanCheck

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actionplan.findings import Finding
    from actionplan.model import DocumentPart, Entry, Plan

CHECKS: tuple[Check, ...] = (
    *identity.CHECKS,
    *prose.CHECKS,
    *placeholders.CHECKS,
    *elements.CHECKS,
    *provenance.CHECKS,
    *privacy.CHECKS,
    *references.CHECKS,
    *links.CHECKS,
    *dates.CHECKS,
    *record_dates.CHECKS,
    *schedule.CHECKS,
    *numbers.CHECKS,
    *indicators.CHECKS,
    *progress.CHECKS,
    *evidence.CHECKS,
    *files.CHECKS,
    *second_key.CHECKS,
    *corrections.CHECKS,
    *handovers.CHECKS,
    *closure.CHECKS,
    *trees.CHECKS,
    *measurability.CHECKS,
    *deliberation.CHECKS,
    *languages.CHECKS,
)
_OF_A_DOCUMENT = tuple(check for check in CHECKS if isinstance(check, DocumentCheck))
_OF_THE_PLAN = tuple(check for check in CHECKS if isinstance(check, CommitmentCheck | PlanCheck))

BY_CODE: dict[str, Rule] = {
    rule.code: rule
    for rule in sorted(
        {
            *form_rules.RULES,
            *front_matter_rules.RULES,
            *chain.from_iterable(check.yields for check in CHECKS),
            *history.RULES,
            *waivers.RULES,
        },
        key=lambda rule: rule.code,
    )
}
"""The registry: every rule about a plan, by its code, in order."""

RULES = tuple(BY_CODE.values())


def check_document(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Run the checks that need nothing but the document."""
    for check in _OF_A_DOCUMENT:
        yield from check.run(entry)


def check_plan(plan: Plan) -> Iterator[Finding]:
    """Run the checks that hold documents against each other."""
    for check in _OF_THE_PLAN:
        yield from check.run(plan)
