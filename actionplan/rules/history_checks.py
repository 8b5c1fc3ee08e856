"""The rules of history over the list of changes: which of them break a rule."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from actionplan.checks.waivers import unwaived
from actionplan.diff.change import ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.findings.finding import Finding, in_order
from actionplan.findings.rules import BY_CODE
from actionplan.model.references import key_of
from actionplan.rules.history_agreed import check_handovers, check_roadmap
from actionplan.rules.history_edits import Edit, edits_of
from actionplan.rules.history_ids import check_document, check_ids
from actionplan.rules.history_records import check_evidence_file, check_record

_CHECKS: tuple[Callable[[Edit], Iterator[Finding]], ...] = (check_ids, check_roadmap, check_record, check_handovers)


def check_all(findings: Iterable[Finding], comparison: Comparison) -> tuple[Finding, ...]:
    """Return the findings of a plan and of what changed in it, one for each mistake.

    Args:
        findings: Of the later plan alone.
        comparison: That plan and the one that it follows.
    """
    since = tuple(unwaived(comparison.head, check_changes(comparison)))
    explained = {
        (code, finding.path, value)
        for finding in since
        for code, name in BY_CODE[finding.code].replaces
        for value in finding.values
        if value[0] == name
    }
    alone = (
        finding
        for finding in findings
        if explained.isdisjoint((finding.code, finding.path, value) for value in finding.values)
    )
    return in_order([*alone, *since])


def check_changes(comparison: Comparison) -> Iterator[Finding]:
    """Yield what breaks a rule of history; findings stand in the files of the later plan, or where they were."""
    for edit in edits_of(comparison):
        yield from check_document(edit)
        if edit.was is not edit.now and key_of(edit.was) == key_of(edit.now):
            for check in _CHECKS:
                yield from check(edit)
    for change in comparison.written:
        if change.kind is ChangeKind.EVIDENCE_REPLACED:
            yield from check_evidence_file(comparison, change)
