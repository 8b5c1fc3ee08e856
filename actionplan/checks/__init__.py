"""Stage 3: a plan into findings, one module a family, listed here by hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from actionplan.checks import (
    closure,
    dates,
    dossier,
    elements,
    evidence,
    files,
    identity,
    indicators,
    languages,
    links,
    numbers,
    privacy,
    progress,
    prose,
    provenance,
    references,
    schedule,
    second_key,
)
from actionplan.documents.memory import Memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

OF_A_DOCUMENT = (
    identity.check_within,
    prose.check,
    elements.check,
    provenance.check,
    privacy.check_within,
)
"""What a document says by itself; as long as it is the same, so are these findings."""

OF_THE_PLAN = (
    identity.check,
    references.check,
    dossier.check,
    links.check,
    dates.check,
    schedule.check,
    numbers.check,
    indicators.check,
    progress.check,
    evidence.check,
    files.check,
    privacy.check,
    second_key.check,
    closure.check,
    languages.check,
)


def examine(plan: Plan, memory: Memory[tuple[Finding, ...]] | None = None) -> Iterator[Finding]:
    """Run every check over the plan.

    Args:
        plan: What to check.
        memory: Of checks before this one, whose documents may be the same.
    """
    memory = memory or Memory()
    for entry in plan.entries:
        yield from memory.recall(entry.path, (entry,), partial(_alone, entry))
    for check in OF_THE_PLAN:
        yield from check(plan)


def _alone(entry: Entry[DocumentPart]) -> tuple[Finding, ...]:
    return tuple(finding for check in OF_A_DOCUMENT for finding in check(entry))
