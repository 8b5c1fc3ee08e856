"""The institution reports, the co-responsible organisation verifies, and nobody does both."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.findings.rules import second_key
from actionplan.model.vocabulary import RulingKind

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Dossier, Plan


def check(plan: Plan) -> Iterator[Finding]:
    """Check who signs reports and verifications, and that contestations give their reason."""
    for dossier in plan.dossiers.values():
        yield from _reports(dossier)
        yield from _verifications(dossier)


def _reports(dossier: Dossier) -> Iterator[Finding]:
    leads = [lead.institution for lead in dossier.commitment.model.leads]
    for report in dossier.reports:
        if report.model.reporter not in leads and not dossier.commitment.is_damaged("leads"):
            place = report.place("reporter")
            yield second_key.NOT_A_LEAD.at(place, organisation=report.model.reporter, leads=", ".join(leads) or "—")


def _verifications(dossier: Dossier) -> Iterator[Finding]:
    partners = dossier.commitment.model.partners
    for verification in dossier.verifications:
        organisation = verification.model.organisation
        if organisation not in partners and not dossier.commitment.is_damaged("partners"):
            place = verification.place("organisation")
            names = ", ".join(partners) or "—"
            yield second_key.NOT_A_PARTNER.at(place, organisation=organisation, partners=names)
        for index, ruling in enumerate(verification.model.rulings):
            silent = ruling.reason is None and not verification.is_damaged("rulings", index, "reason")
            if ruling.ruling is RulingKind.CONTESTED and silent:
                yield second_key.NO_REASON.at(verification.place("rulings", index), activity=ruling.activity)
