"""What the records of a commitment tell, in the order of time: for reading, not for counting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.model.commitment import Handover
from actionplan.model.common import DocumentPart
from actionplan.model.plan import CommitmentFile, Entry
from actionplan.model.records import ActivityReport, Evidence, Report, Ruling, Verification
from actionplan.model.roadmap import Rescheduling
from actionplan.model.vocabulary import RulingKind


class Happening(Enum):
    """What kind of thing happened to a commitment."""

    REPORT = msg("Avance")
    CORRECTION = msg("Corrección")
    VERIFICATION = msg("Verificación")
    CONTESTATION = msg("Impugnación")
    RESCHEDULING = msg("Reprogramación")
    HANDOVER = msg("Relevo")
    CLOSURE = msg("Cierre")


class Event(NamedTuple):
    """Something that happened to a commitment.

    Attributes:
        date: When.
        kind: What kind of thing.
        record: The document or the part of one that says so.
        entry: That document.
        corrected_by: For a report, the name of the one that corrects it.
    """

    date: date
    kind: Happening
    record: DocumentPart | Rescheduling | Handover
    entry: Entry[DocumentPart]
    corrected_by: str = ""


class Dispute(NamedTuple):
    """A contestation beside what it contests.

    Attributes:
        report: The report.
        told: What it says of the activity; None if it does not speak of it.
        verification: The document that contests it.
        ruling: What it says.
    """

    report: Entry[Report]
    told: ActivityReport | None
    verification: Entry[Verification]
    ruling: Ruling


class Proof(NamedTuple):
    """A piece of evidence and where it was shown."""

    report: Entry[Report]
    activity: str
    evidence: Evidence


def events(commitment_file: CommitmentFile) -> tuple[Event, ...]:
    """What happened to a commitment, the newest first."""
    return tuple(sorted(_events(commitment_file), key=lambda event: (event.date, event.kind.name), reverse=True))


def _events(commitment_file: CommitmentFile) -> Iterator[Event]:
    corrections = {entry.model.corrects: entry.stem for entry in commitment_file.reports if entry.model.corrects}
    for report in commitment_file.reports:
        kind = Happening.CORRECTION if report.model.corrects else Happening.REPORT
        yield Event(report.model.date, kind, report.model, report, corrections.get(report.stem, ""))
    for verification in commitment_file.verifications:
        contested = any(ruling.ruling is RulingKind.CONTESTED for ruling in verification.model.rulings)
        kind = Happening.CONTESTATION if contested else Happening.VERIFICATION
        yield Event(verification.model.date, kind, verification.model, verification)
    if commitment_file.roadmap:
        for item in commitment_file.roadmap.model.reschedulings:
            yield Event(item.date, Happening.RESCHEDULING, item, commitment_file.roadmap)
    commitment = commitment_file.commitment
    for handover in commitment.model.handovers:
        yield Event(handover.date, Happening.HANDOVER, handover, commitment)
    if commitment.model.closure:
        yield Event(commitment.model.closure.date, Happening.CLOSURE, commitment.model, commitment)


def disputes(commitment_file: CommitmentFile) -> tuple[Dispute, ...]:
    """Every contestation with what it contests, in the order of time."""
    reports = {report.stem: report for report in commitment_file.reports}
    found = []
    for verification in commitment_file.verifications:
        report = reports.get(verification.model.report)
        for ruling in verification.model.rulings if report else ():
            if report and ruling.ruling is RulingKind.CONTESTED:
                told = next((item for item in report.model.activities if item.activity == ruling.activity), None)
                found.append(Dispute(report, told, verification, ruling))
    return tuple(found)


def proofs(commitment_file: CommitmentFile) -> tuple[Proof, ...]:
    """Every piece of evidence that was shown, in the order of time."""
    return tuple(
        Proof(report, item.activity, proof)
        for report in commitment_file.reports
        for item in report.model.activities
        for proof in item.evidence
    )
