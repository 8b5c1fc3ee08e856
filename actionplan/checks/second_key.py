"""The institution reports, the co-responsible organisation verifies, and nobody does both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.handovers import are_unsure
from actionplan.findings.rules import second_key
from actionplan.model.standing import chain, standing_reports
from actionplan.model.vocabulary import RulingKind

if TYPE_CHECKING:
    from datetime import date

    from actionplan.findings.finding import Finding
    from actionplan.model.common import DocumentPart
    from actionplan.model.plan import Dossier, Entry, Plan
    from actionplan.model.records import Report, Verification


def check(plan: Plan) -> Iterator[Finding]:
    """Check who signs reports and verifications, and that each says its piece once and with its reason."""
    for dossier in plan.dossiers.values():
        for report in dossier.reports:
            yield from _report(dossier, report)
        yield from _same_day(dossier)
        yield from _dropped(dossier)
        if dossier.verifications:
            yield from _verifications(dossier)


def _report(dossier: Dossier, report: Entry[Report]) -> Iterator[Finding]:
    model = report.model
    leads = dossier.commitment.model.leads_on(model.date)
    if model.reporter not in leads and not _is_unsure(dossier, "leads"):
        place, told = report.place("reporter"), _told(report, dossier)
        yield second_key.NOT_A_LEAD.at(place, organisation=model.reporter, leads=", ".join(leads) or "—", **told)
    if model.corrects and model.reason is None and not report.is_damaged("reason"):
        place, key = report.place("corrects"), report.document.spelling("corrects")
        yield second_key.CORRECTED_SILENTLY.at(place, report=model.corrects, key=key)
    names = chain(report.stem, {entry.stem: entry.model.corrects for entry in dossier.reports})
    if names[-1] == report.stem and len(names) > 1:
        place, key = report.place("corrects"), report.document.spelling("corrects")
        yield second_key.CORRECTS_ITSELF.at(place, chain=" → ".join(names), key=key)
    yield from _twice(report, "activities", [item.activity for item in model.activities])


def _same_day(dossier: Dossier) -> Iterator[Finding]:
    """What two reports of one day tell: the last by name is in force."""
    told: dict[tuple[date, str], str] = {}
    for report in standing_reports(dossier):
        day, reporter = report.model.date, report.model.reporter
        named = report.stem.startswith(f"{day.isoformat()}-{reporter}")
        if not named or reporter not in dossier.commitment.model.leads_on(day):
            continue  # which of its date, its institution and its name is wrong is not known yet
        for index, item in enumerate(report.model.activities):
            said = (day, item.activity)
            if told.setdefault(said, report.stem) != report.stem:
                place, key = report.place("activities", index, "activity"), report.keys.author("corrects")
                yield second_key.SAME_DAY.at(place, report=told[said], activity=item.activity, key=key)
            told[said] = report.stem


def _dropped(dossier: Dossier) -> Iterator[Finding]:
    """What a corrected report tells and its correction does not."""
    reports = {report.stem: report for report in dossier.reports}
    for report in dossier.reports:
        corrected = reports.get(report.model.corrects or "")
        if corrected is None or corrected is report or report.loses:
            continue
        told = _subjects(report.model)
        if names := [f"«{name}»" for name in _subjects(corrected.model) if name not in told]:
            place = report.place("corrects")
            yield second_key.CORRECTION_DROPS.at(place, report=corrected.stem, names=", ".join(names))


def _subjects(model: Report) -> dict[str, None]:
    """The activities and the indicators that a report tells of, in order."""
    return dict.fromkeys([it.activity for it in model.activities] + [it.indicator for it in model.measurements])


def _verifications(dossier: Dossier) -> Iterator[Finding]:
    reports = {report.stem: report for report in dossier.reports}
    roadmap = dossier.roadmap
    known = {activity.id for activity in roadmap.model.activities} if roadmap else set[str]()
    for verification in dossier.verifications:
        judged = reports.get(verification.model.report)
        yield from _signer(dossier, verification, judged)
        yield from _twice(verification, "rulings", [ruling.activity for ruling in verification.model.rulings])
        for index, ruling in enumerate(verification.model.rulings):
            silent = ruling.reason is None and not verification.is_damaged("rulings", index, "reason")
            if ruling.ruling is RulingKind.CONTESTED and silent:
                yield second_key.NO_REASON.at(verification.place("rulings", index), activity=ruling.activity)
        if judged and not judged.loses and not judged.is_damaged("activities"):
            yield from _unreported(verification, judged, known)


def _signer(dossier: Dossier, verification: Entry[Verification], judged: Entry[Report] | None) -> Iterator[Finding]:
    model = verification.model
    organisation, partners = model.organisation, dossier.commitment.model.partners_on(model.date)
    place, others = verification.place("organisation"), ", ".join(partners) or "—"
    told = _told(verification, dossier)
    if judged and judged.model.reporter == organisation:
        yield second_key.OWN_REPORT.at(place, organisation=organisation, partners=others)
    elif organisation not in partners and not _is_unsure(dossier, "partners"):
        yield second_key.NOT_A_PARTNER.at(place, organisation=organisation, partners=others, **told)


def _told(record: Entry[Report] | Entry[Verification], dossier: Dossier) -> dict[str, str]:
    """The day on which a record was signed, and the key under which its commitment tells who was replaced since."""
    return {"date": str(record.model.date), "key": dossier.commitment.keys.author("handovers")}


def _is_unsure(dossier: Dossier, field: str) -> bool:
    """Whether some of who could sign may be what was refused."""
    return dossier.commitment.is_damaged(field) or are_unsure(dossier.commitment)


def _unreported(verification: Entry[Verification], judged: Entry[Report], known: set[str]) -> Iterator[Finding]:
    """What is ruled on and the report does not tell; an activity that does not exist at all is another mistake."""
    told = {item.activity for item in judged.model.activities}
    for index, ruling in enumerate(verification.model.rulings):
        if ruling.activity in known and ruling.activity not in told:
            place, key = verification.place("rulings", index, "activity"), verification.document.spelling("report")
            yield second_key.NOT_REPORTED.at(place, report=judged.stem, activity=ruling.activity, key=key)


def _twice(entry: Entry[DocumentPart], field: str, activities: list[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, activity in enumerate(activities):
        place = entry.place(field, index, "activity")
        if activity in first:
            yield second_key.TWICE.at(place, activity=activity, first=first[activity])
        first.setdefault(activity, place.line)
