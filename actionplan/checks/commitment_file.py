"""What the papers of one commitment name in each other: the roadmap, its reports and their verifications."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from actionplan.checks.resolution import SESSIONS, Reference, Target, missing, one
from actionplan.documents.kinds import Kind
from actionplan.language.messages import msg
from actionplan.model.records import Report, Verification
from actionplan.model.roadmap import Roadmap

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import CommitmentFile, Entry, Plan

_ROADMAP = msg("la hoja de ruta del compromiso")
_REPORTS = msg("los avances del compromiso")


def check(plan: Plan) -> Iterator[Finding]:
    """Check references to activities, actions, means of verification, indicators, reports and sessions."""
    for commitment_file in plan.commitment_files.values():
        if commitment_file.roadmap:
            yield from _of_roadmap(plan, commitment_file.roadmap)
            yield from _of_records(plan, commitment_file, commitment_file.roadmap.model)


def _of_roadmap(plan: Plan, entry: Entry[Roadmap]) -> Iterator[Finding]:
    model = entry.model
    yield from missing(plan, entry, _activities_in_roadmap(model), Target(_activities(model), Kind.ROADMAP, _ROADMAP))
    actions = {action.id for action in model.actions}
    measured = (
        (("indicators", index, "action"), item.action) for index, item in enumerate(model.indicators) if item.action
    )
    yield from missing(plan, entry, measured, Target(actions, Kind.ROADMAP, _ROADMAP))
    proving = (
        (("indicators", index, "means", at), name)
        for index, indicator in enumerate(model.indicators)
        for at, name in enumerate(indicator.means)
    )
    yield from missing(plan, entry, proving, Target(_means(model), Kind.ROADMAP, _ROADMAP))
    agreed = ((("reschedulings", index, "agreed_in"), item.agreed_in) for index, item in enumerate(model.reschedulings))
    yield from missing(plan, entry, agreed, Target(plan.sessions, Kind.SESSION, SESSIONS))


def _of_records(plan: Plan, commitment_file: CommitmentFile, roadmap: Roadmap) -> Iterator[Finding]:
    activities, means = _activities(roadmap), _means(roadmap)
    indicators = {indicator.id for indicator in roadmap.indicators}
    reports = {report.stem for report in commitment_file.reports}
    for report in commitment_file.reports:
        model = report.model
        told = ((("activities", index, "activity"), item.activity) for index, item in enumerate(model.activities))
        yield from missing(plan, report, told, Target(activities, Kind.ROADMAP, _ROADMAP))
        yield from missing(plan, report, _proved(model), Target(means, Kind.ROADMAP, _ROADMAP))
        measured = ((("measurements", at, "indicator"), item.indicator) for at, item in enumerate(model.measurements))
        yield from missing(plan, report, measured, Target(indicators, Kind.ROADMAP, _ROADMAP))
        yield from missing(plan, report, one(("corrects",), model.corrects), Target(reports, Kind.REPORT, _REPORTS))
    for verification in commitment_file.verifications:
        judged = one(("report",), verification.model.report)
        yield from missing(plan, verification, judged, Target(reports, Kind.REPORT, _REPORTS))
        yield from missing(plan, verification, _ruled(verification.model), Target(activities, Kind.ROADMAP, _ROADMAP))


def _activities(model: Roadmap) -> set[str]:
    return {activity.id for activity in model.activities}


def _means(model: Roadmap) -> set[str]:
    of_actions = {means.id for action in model.actions for means in action.means_of_verification}
    return of_actions | {means.id for activity in model.activities for means in activity.means_of_verification}


def _activities_in_roadmap(model: Roadmap) -> Iterator[Reference]:
    for number, action in enumerate(model.actions):
        for index, activity in enumerate(action.activities):
            for at, dependency in enumerate(activity.depends_on):
                yield ("actions", number, "activities", index, "depends_on", at, "activity"), dependency.activity
    for index, item in enumerate(model.reschedulings):
        yield ("reschedulings", index, "activity"), item.activity


def _proved(model: Report) -> Iterator[Reference]:
    for index, item in enumerate(model.activities):
        for at, proof in enumerate(item.evidence):
            if proof.proves:
                yield ("activities", index, "evidence", at, "proves"), proof.proves


def _ruled(model: Verification) -> Iterator[Reference]:
    for index, ruling in enumerate(model.rulings):
        yield ("rulings", index, "activity"), ruling.activity
