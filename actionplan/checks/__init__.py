"""Stage 3: a plan into findings, one module a family, listed here by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actionplan.checks import (
    closure,
    commitment_file,
    dates,
    deliberation,
    elements,
    evidence,
    files,
    handovers,
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
    references,
    schedule,
    second_key,
    trees,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry, Plan

OF_A_DOCUMENT = (
    identity.check_within,
    prose.check,
    placeholders.check,
    elements.check,
    provenance.check,
    privacy.check_within,
)
"""What a document says by itself; as long as it is the same, so are these findings."""

OF_THE_PLAN = (
    identity.check,
    references.check,
    commitment_file.check,
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
    handovers.check,
    closure.check,
    trees.check,
    measurability.check,
    deliberation.check,
    languages.check,
)


def check_document(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Run the checks that need nothing but the document."""
    for check in OF_A_DOCUMENT:
        yield from check(entry)


def check_plan(plan: Plan) -> Iterator[Finding]:
    """Run the checks that hold documents against each other."""
    for check in OF_THE_PLAN:
        yield from check(plan)
