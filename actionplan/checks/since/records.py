"""Reports and verifications that were published stay as they are, and so does the evidence they show."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

from actionplan.checks.since.documents import KINDS
from actionplan.documents.values import Step
from actionplan.findings.finding import Finding, Position
from actionplan.findings.rules import history
from actionplan.model.current_reports import path_of
from actionplan.model.fields import Part
from actionplan.model.records import Evidence, Report, Verification
from actionplan.text.normalise import as_said

if TYPE_CHECKING:
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Entry

Sizes = Mapping[str, int]


def check(was: Entry[DocumentPart], now: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that a record says what it said, however it is written; one that had mistakes may be mended."""
    if not isinstance(now.model, Report | Verification) or was.damaged or now.damaged:
        return
    lost = list(_lost_evidence(was.model, now))
    yield from lost
    position = _first_difference(was, now, leave=("waivers", "evidence") if lost else ("waivers",))
    if position:
        kind = now.source_file.kind
        yield history.RECORD_EDITED.at(position, id=f"{now.model.commitment}/{now.stem}", kind=KINDS[kind])


def check_files(
    was: Entry[DocumentPart],
    now: Entry[DocumentPart],
    sizes: tuple[Sizes, Sizes],
    altered: Collection[str],
    sealed: Mapping[str, str],
) -> Iterator[Finding]:
    """Check that the files that a report shows hold what they held.

    A file that is gone has a finding of its own while a report shows it. One that has become what the fingerprint in
    its report says was mended.

    Args:
        was: The report as it was.
        now: The report as it is.
        sizes: The files of both plans, with their sizes in bytes.
        altered: Files that are in both plans at the same path, with other contents.
        sealed: The fingerprints of files of the later plan.
    """
    if not isinstance(was.model, Report) or not isinstance(now.model, Report):
        return
    shown = {proof for item in was.model.activities for proof in item.evidence}
    before, after = sizes
    for steps, proof in _evidence(now.model):
        old, new = path_of(was.path, proof) or "", path_of(now.path, proof) or ""
        if proof not in shown or old not in before or new not in after:
            continue
        if proof.sha256 and sealed.get(new) == proof.sha256:
            continue
        if new in altered or before[old] != after[new]:
            yield history.EVIDENCE_REPLACED.at(now.position(*steps, "file"), file=str(proof.file))


def _evidence(report: Report) -> Iterator[tuple[tuple[Step, ...], Evidence]]:
    for index, item in enumerate(report.activities):
        for at, proof in enumerate(item.evidence):
            yield ("activities", index, "evidence", at), proof


def _lost_evidence(was: DocumentPart, now: Entry[DocumentPart]) -> Iterator[Finding]:
    if not isinstance(was, Report) or not isinstance(now.model, Report):
        return
    before = {item.activity: item.evidence for item in was.activities}
    for index, item in enumerate(now.model.activities):
        for proof in before.get(item.activity, ()):
            if proof not in item.evidence:
                position = now.position("activities", index, "evidence")
                yield history.EVIDENCE_REMOVED.at(position, name=proof.title, activity=item.activity)


def _first_difference(was: Entry[DocumentPart], now: Entry[DocumentPart], *, leave: Collection[str]) -> Position | None:
    """Where a record begins to say something else, in its data or below; None if it never does."""
    steps = _differing(was.model, now.model, leave)
    if steps:
        return now.position(*steps)
    if as_said(was.document.body.text) != as_said(now.document.body.text):
        return Position(now.path, now.document.body.first_line)
    return None


def _differing(was: Part, now: Part, leave: Collection[str]) -> tuple[Step, ...]:
    """The way to the first value that differs, whatever the fields to leave aside hold."""
    for name in type(now).model_fields:
        old, new = getattr(was, name), getattr(now, name)
        if name in leave or old == new:
            continue
        if not isinstance(old, tuple) or not isinstance(new, tuple) or len(old) != len(new):
            return (name,)
        for index, (one, other) in enumerate(zip(old, new, strict=True)):
            if not isinstance(one, Part):
                return (name,)
            if steps := _differing(one, other, leave):
                return (name, index, *steps)
    return ()
