"""What the records of a commitment said by a date: reports in force, rulings on them, evidence, measurements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from actionplan.metrics.labels import VerificationState
from actionplan.metrics.results import PartnerRuling
from actionplan.model import ActivityReport, CommitmentFile, Measurement, Plan, RulingKind, in_custody
from actionplan.model.current_reports import current_reports


class Reported(NamedTuple):
    """Hold what a report says of an activity."""

    report: str
    date: date
    activity: ActivityReport


@dataclass(frozen=True, slots=True)
class RecordsAsOf:
    """Represent the records of one commitment by a date.

    Attributes:
        latest: By activity, the last of the current reports that speaks of it. Of two of one day, the one whose file
            comes later.
        proven: By activity, the means of verification of which some such report shows evidence in custody.
        rulings: By report and activity, the newest ruling of each co-responsible organisation, by organisation.
        measurements: By indicator, in the order of their days.
    """

    latest: Mapping[str, Reported]
    proven: Mapping[str, frozenset[str]]
    rulings: Mapping[tuple[str, str], tuple[PartnerRuling, ...]]
    measurements: Mapping[str, tuple[Measurement, ...]]

    def rulings_on(self, activity: str) -> tuple[PartnerRuling, ...]:
        """Return the rulings on what the report in force says of an activity: a newer report starts without any."""
        reported = self.latest.get(activity)
        return self.rulings.get((reported.report, activity), ()) if reported else ()


def records_as_of(commitment_file: CommitmentFile, day: date, plan: Plan) -> RecordsAsOf:
    """Read the records of a commitment that are dated on or before a day."""
    latest: dict[str, Reported] = {}
    proven: defaultdict[str, set[str]] = defaultdict(set)
    measured: defaultdict[str, list[Measurement]] = defaultdict(list)
    for report in current_reports(commitment_file, day):
        for item in report.model.activities:
            latest[item.activity] = Reported(report.stem, report.model.date, item)
            proven[item.activity].update(
                proof.proves
                for proof in item.evidence
                if proof.proves and in_custody(report.path, proof, plan.fingerprints)
            )
        for measurement in report.model.measurements:
            if measurement.date <= day:
                measured[measurement.indicator].append(measurement)
    return RecordsAsOf(
        latest,
        {activity: frozenset(means) for activity, means in proven.items()},
        _rulings(commitment_file, day),
        {name: tuple(sorted(made, key=lambda item: item.date)) for name, made in measured.items()},
    )


def verification_state_of(rulings: tuple[PartnerRuling, ...]) -> VerificationState:
    """Return what rulings come to: one contestation outweighs any number of verifications."""
    kinds = {ruling.kind for ruling in rulings}
    if RulingKind.CONTESTED in kinds:
        return VerificationState.CONTESTED
    return VerificationState.VERIFIED if RulingKind.VERIFIED in kinds else VerificationState.UNVERIFIED


def _rulings(commitment_file: CommitmentFile, day: date) -> dict[tuple[str, str], tuple[PartnerRuling, ...]]:
    newest: defaultdict[tuple[str, str], dict[str, PartnerRuling]] = defaultdict(dict)
    for entry in commitment_file.verifications:
        model = entry.model
        # Those of its own day: who left since spoke with the second key, and who came since did not have it yet.
        if model.date > day or model.organisation not in commitment_file.commitment.model.partners_on(model.date):
            continue
        for ruling in model.rulings:
            newest[model.report, ruling.activity][model.organisation] = PartnerRuling(
                model.organisation, model.date, ruling.ruling, ruling.reason, entry.stem
            )
    return {key: tuple(by_name[name] for name in sorted(by_name)) for key, by_name in newest.items()}
