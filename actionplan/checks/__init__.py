"""Stage 3: a plan into findings, one module a family, listed here by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actionplan.checks import (
    dates,
    elements,
    evidence,
    identity,
    languages,
    links,
    numbers,
    prose,
    provenance,
    references,
    second_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Plan

CHECKS = (
    identity.check,
    references.check,
    links.check,
    prose.check,
    elements.check,
    provenance.check,
    dates.check,
    numbers.check,
    evidence.check,
    second_key.check,
    languages.check,
)


def examine(plan: Plan) -> Iterator[Finding]:
    """Run every check over the plan."""
    for check in CHECKS:
        yield from check(plan)
