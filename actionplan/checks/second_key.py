"""The institution reports, the co-responsible organisation verifies, and nobody does both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.handovers import are_unsure
from actionplan.findings.rules import second_key
from actionplan.model.current_reports import chain, current_reports
from actionplan.model.vocabulary import RulingKind

if TYPE_CHECKING:
    from datetime import date

    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import CommitmentFile, Entry, Plan
    from actionplan.model.records import Report, Verification


def check(plan: Plan) -> Iterator[Finding]:
    """Check who signs reports and verifications, and that each says its piece once and with its reason."""
    for commitment_file in plan.commitment_files.values():
        for report in commitment_file.reports:
            yield from _report(commitment_file, report)
        yield from _same_day(commitment_file)
        yield from _dropped(commitment_file)
        if commitment_file.verifications:
            yield from _verifications(commitment_file)


def _report(commitment_file: CommitmentFile, report: Entry[Report]) -> Iterator[Finding]:
    model = report.model
    leads = commitment_file.commitment.model.leads_on(model.date)
    if model.reporter not in leads and not _is_unsure(commitment_file, "leads"):
        position, told = report.position("reporter"), _told(report, commitment_file)
        yield second_key.NOT_A_LEAD.at(position, organisation=model.reporter, leads=", ".join(leads) or "—", **told)
    if model.corrects and model.reason is None and not report.is_damaged("reason"):
        position, key = report.position("corrects"), report.document.spelling("corrects")
        yield second_key.CORRECTED_SILENTLY.at(position, report=model.corrects, key=key)
    names = chain(report.stem, {entry.stem: entry.model.corrects for entry in commitment_file.reports})
    if names[-1] == report.stem and len(names) > 1:
        position, key = report.position("corrects"), report.document.spelling("corrects")
        yield second_key.CORRECTS_ITSELF.at(position, chain=" → ".join(names), key=key)
    yield from _twice(report, "activities", [item.activity for item in model.activities])


def _same_day(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """What two reports of one day tell: the last by name is in force."""
    told: dict[tuple[date, str], str] = {}
    for report in current_reports(commitment_file):
        day, reporter = report.model.date, report.model.reporter
        named = report.stem.startswith(f"{day.isoformat()}-{reporter}")
        if not named or reporter not in commitment_file.commitment.model.leads_on(day):
            continue  # which of its date, its institution and its name is wrong is not known yet
        for index, item in enumerate(report.model.activities):
            said = (day, item.activity)
            if told.setdefault(said, report.stem) != report.stem:
                position, key = report.position("activities", index, "activity"), report.keys.author("corrects")
                yield second_key.SAME_DAY.at(position, report=told[said], activity=item.activity, key=key)
            told[said] = report.stem


def _dropped(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """What a corrected report tells and its correction does not."""
    reports = {report.stem: report for report in commitment_file.reports}
    for report in commitment_file.reports:
        corrected = reports.get(report.model.corrects or "")
        if corrected is None or corrected is report or report.loses:
            continue
        told = _subjects(report.model)
        if names := [f"«{name}»" for name in _subjects(corrected.model) if name not in told]:
            position = report.position("corrects")
            yield second_key.CORRECTION_DROPS.at(position, report=corrected.stem, names=", ".join(names))


def _subjects(model: Report) -> dict[str, None]:
    """The activities and the indicators that a report tells of, in order."""
    return dict.fromkeys([it.activity for it in model.activities] + [it.indicator for it in model.measurements])


def _verifications(commitment_file: CommitmentFile) -> Iterator[Finding]:
    reports = {report.stem: report for report in commitment_file.reports}
    roadmap = commitment_file.roadmap
    known = {activity.id for activity in roadmap.model.activities} if roadmap else set[str]()
    for verification in commitment_file.verifications:
        judged = reports.get(verification.model.report)
        yield from _signer(commitment_file, verification, judged)
        yield from _twice(verification, "rulings", [ruling.activity for ruling in verification.model.rulings])
        for index, ruling in enumerate(verification.model.rulings):
            silent = ruling.reason is None and not verification.is_damaged("rulings", index, "reason")
            if ruling.ruling is RulingKind.CONTESTED and silent:
                yield second_key.NO_REASON.at(verification.position("rulings", index), activity=ruling.activity)
        if judged and not judged.loses and not judged.is_damaged("activities"):
            yield from _unreported(verification, judged, known)


def _signer(
    commitment_file: CommitmentFile, verification: Entry[Verification], judged: Entry[Report] | None
) -> Iterator[Finding]:
    model = verification.model
    organisation, partners = model.organisation, commitment_file.commitment.model.partners_on(model.date)
    position, others = verification.position("organisation"), ", ".join(partners) or "—"
    told = _told(verification, commitment_file)
    if judged and judged.model.reporter == organisation:
        yield second_key.OWN_REPORT.at(position, organisation=organisation, partners=others)
    elif organisation not in partners and not _is_unsure(commitment_file, "partners"):
        yield second_key.NOT_A_PARTNER.at(position, organisation=organisation, partners=others, **told)


def _told(record: Entry[Report] | Entry[Verification], commitment_file: CommitmentFile) -> dict[str, str]:
    """The day on which a record was signed, and the key under which its commitment tells who was replaced since."""
    return {"date": str(record.model.date), "key": commitment_file.commitment.keys.author("handovers")}


def _is_unsure(commitment_file: CommitmentFile, field: str) -> bool:
    """Whether some of who could sign may be what was refused."""
    return commitment_file.commitment.is_damaged(field) or are_unsure(commitment_file.commitment)


def _unreported(verification: Entry[Verification], judged: Entry[Report], known: set[str]) -> Iterator[Finding]:
    """What is ruled on and the report does not tell; an activity that does not exist at all is another mistake."""
    told = {item.activity for item in judged.model.activities}
    for index, ruling in enumerate(verification.model.rulings):
        if ruling.activity in known and ruling.activity not in told:
            position, key = (
                verification.position("rulings", index, "activity"),
                verification.document.spelling("report"),
            )
            yield second_key.NOT_REPORTED.at(position, report=judged.stem, activity=ruling.activity, key=key)


def _twice(entry: Entry[DocumentPart], field: str, activities: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, activity in enumerate(activities):
        position = entry.position(field, index, "activity")
        if activity in first:
            yield second_key.TWICE.at(position, activity=activity, first=first[activity])
        first.setdefault(activity, position.line)
