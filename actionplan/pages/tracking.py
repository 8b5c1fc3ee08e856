"""What the records of a commitment tell, in the order of time: for reading, not for counting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.model import (
    ActivityReport,
    CommitmentFile,
    DocumentPart,
    Entry,
    Evidence,
    Handover,
    Report,
    Rescheduling,
    Ruling,
    RulingKind,
    Verification,
)


class EventKind(Enum):
    """Name what kind of thing happened to a commitment."""

    REPORT = msg("Avance")
    CORRECTION = msg("Corrección")
    VERIFICATION = msg("Verificación")
    CONTESTATION = msg("Impugnación")
    RESCHEDULING = msg("Reprogramación")
    HANDOVER = msg("Relevo")
    CLOSURE = msg("Cierre")


class TimelineEvent(NamedTuple):
    """Describe something that happened to a commitment.

    Attributes:
        date: When.
        kind: What kind of thing.
        record: The document or the part of one that says so.
        entry: That document.
        corrected_by: For a report, the name of the one that corrects it.
    """

    date: date
    kind: EventKind
    record: DocumentPart | Rescheduling | Handover
    entry: Entry[DocumentPart]
    corrected_by: str = ""


class Dispute(NamedTuple):
    """Hold a contestation beside what it contests.

    Attributes:
        report: The report.
        reported: What it says of the activity; None if it does not speak of it.
        verification: The document that contests it.
        ruling: What it says.
    """

    report: Entry[Report]
    reported: ActivityReport | None
    verification: Entry[Verification]
    ruling: Ruling


class Proof(NamedTuple):
    """Hold a piece of evidence and where it was shown."""

    report: Entry[Report]
    activity: str
    evidence: Evidence


def events(commitment_file: CommitmentFile) -> tuple[TimelineEvent, ...]:
    """Return what happened to a commitment, the newest first."""
    return tuple(sorted(_events(commitment_file), key=lambda event: (event.date, event.kind.name), reverse=True))


def _events(commitment_file: CommitmentFile) -> Iterator[TimelineEvent]:
    corrections = {entry.model.corrects: entry.stem for entry in commitment_file.reports if entry.model.corrects}
    for report in commitment_file.reports:
        kind = EventKind.CORRECTION if report.model.corrects else EventKind.REPORT
        yield TimelineEvent(report.model.date, kind, report.model, report, corrections.get(report.stem, ""))
    for verification in commitment_file.verifications:
        contested = any(ruling.ruling is RulingKind.CONTESTED for ruling in verification.model.rulings)
        kind = EventKind.CONTESTATION if contested else EventKind.VERIFICATION
        yield TimelineEvent(verification.model.date, kind, verification.model, verification)
    if commitment_file.roadmap:
        for item in commitment_file.roadmap.model.reschedulings:
            yield TimelineEvent(item.date, EventKind.RESCHEDULING, item, commitment_file.roadmap)
    commitment = commitment_file.commitment
    for handover in commitment.model.handovers:
        yield TimelineEvent(handover.date, EventKind.HANDOVER, handover, commitment)
    if commitment.model.closure:
        yield TimelineEvent(commitment.model.closure.date, EventKind.CLOSURE, commitment.model, commitment)


def disputes(commitment_file: CommitmentFile) -> tuple[Dispute, ...]:
    """Return every contestation with what it contests, in the order of time."""
    reports = {report.stem: report for report in commitment_file.reports}
    contested = []
    for verification in commitment_file.verifications:
        report = reports.get(verification.model.report)
        for ruling in verification.model.rulings if report else ():
            if report and ruling.ruling is RulingKind.CONTESTED:
                reported = next((item for item in report.model.activities if item.activity == ruling.activity), None)
                contested.append(Dispute(report, reported, verification, ruling))
    return tuple(contested)


def proofs(commitment_file: CommitmentFile) -> tuple[Proof, ...]:
    """Return every piece of evidence that was shown, in the order of time."""
    return tuple(
        Proof(report, item.activity, proof)
        for report in commitment_file.reports
        for item in report.model.activities
        for proof in item.evidence
    )
