"""Reports and verifications that were published stay as they are, and so does the evidence that they show."""

from __future__ import annotations

from collections.abc import Iterator

from actionplan.diff.change import Change, ChangeKind
from actionplan.diff.compare import Comparison
from actionplan.diff.matching import AnyEntry
from actionplan.diff.nouns import DOCUMENTS
from actionplan.documents.values import Step
from actionplan.findings.finding import Finding
from actionplan.findings.rules import history
from actionplan.model.common import DocumentPart
from actionplan.model.current_reports import path_of
from actionplan.model.records import Evidence, Report, Verification
from actionplan.model.references import key_of
from actionplan.rules.history_edits import Edit


def check_record(edit: Edit) -> Iterator[Finding]:
    """Check that a record says what it said, however it is written; one that had mistakes may be mended."""
    if not isinstance(edit.now.model, Report | Verification) or edit.was.damaged or edit.now.damaged:
        return
    lost = tuple(_lost_evidence(edit.was.model, edit.now))
    yield from lost
    edits = [
        change
        for change in edit.changes
        if change.kind is not ChangeKind.MOVED and change.difference.field != "waivers"
        if not (lost and "evidence" in change.difference.steps)
    ]
    if edits:
        (kind, name), position = key_of(edit.now), min(change.position for change in edits)
        yield history.RECORD_EDITED.at(position, id=name, kind=DOCUMENTS[kind].bare)


def _lost_evidence(was: DocumentPart, now: AnyEntry) -> Iterator[Finding]:
    if not isinstance(was, Report) or not isinstance(now.model, Report):
        return
    before = {item.activity: item.evidence for item in was.activities}
    for index, item in enumerate(now.model.activities):
        for proof in before.get(item.activity, ()):
            if proof not in item.evidence:
                position = now.position("activities", index, "evidence")
                yield history.EVIDENCE_REMOVED.at(position, name=proof.title, activity=item.activity)


def check_evidence_file(comparison: Comparison, change: Change) -> Iterator[Finding]:
    """Check that a file that published reports show holds what it held.

    One that has become what the fingerprint in its report says was mended.
    """
    paths = dict(change.values)
    files = [plan.commitment_files.get(change.commitment) for plan in (comparison.base, comparison.head)]
    before, after = ({report.stem: report for report in item.reports} if item else {} for item in files)
    for name in before.keys() & after.keys():
        was, now = before[name], after[name]
        shown = {proof for item in was.model.activities for proof in item.evidence}
        for steps, proof in _evidence(now.model):
            here = path_of(was.path, proof) == paths["before"] and path_of(now.path, proof) == paths["after"]
            mended = proof.sha256 and comparison.head.fingerprints.get(paths["after"]) == proof.sha256
            if here and proof in shown and not mended:
                yield history.EVIDENCE_REPLACED.at(now.position(*steps, "file"), file=str(proof.file))


def _evidence(report: Report) -> Iterator[tuple[tuple[Step, ...], Evidence]]:
    for index, item in enumerate(report.activities):
        for at, proof in enumerate(item.evidence):
            yield ("activities", index, "evidence", at), proof
