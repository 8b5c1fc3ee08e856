"""Thirteen invented commitments show everything that following a plan can show."""

from __future__ import annotations

from collections import Counter
from functools import cache
from hashlib import sha256
from statistics import mean

from plans import MemoryTree

from actionplan.demo.generator import files_after, generate
from actionplan.loader import load
from actionplan.model import (
    ActivityReport,
    ActivityState,
    CommitmentFile,
    DependencyKind,
    Plan,
    RulingKind,
    ScheduleField,
    Sense,
    Situation,
)


@cache
def plan_of(count: int) -> Plan:
    return load(MemoryTree({file.path: file.text for file in files_after(generate(count, 1))})).plan


def commitment_files() -> list[CommitmentFile]:
    return list(plan_of(13).commitment_files.values())


def last_reports(commitment_file: CommitmentFile) -> dict[str, ActivityReport]:
    return {item.activity: item for report in commitment_file.reports for item in report.model.activities}


def test_dependencies_are_of_all_kinds_and_some_have_a_lag() -> None:
    links = [
        link
        for commitment_file in commitment_files()
        if commitment_file.roadmap
        for activity in commitment_file.roadmap.model.activities
        for link in activity.depends_on
    ]
    assert {link.kind for link in links} == set(DependencyKind)
    assert {link.lag > 0 for link in links} == {True, False}


def test_indicators_of_every_sense_have_readings() -> None:
    senses = {
        indicator.sense
        for commitment_file in commitment_files()
        if commitment_file.roadmap
        for indicator in commitment_file.roadmap.model.indicators
        for report in commitment_file.reports
        if any(reading.indicator == indicator.id for reading in report.model.measurements)
    }
    assert senses == set(Sense)


def test_activities_end_in_every_way() -> None:
    plan = plan_of(13)
    endings = Counter[str]()
    for commitment_file in commitment_files():
        assert commitment_file.roadmap
        reported = last_reports(commitment_file)
        for activity in commitment_file.roadmap.model.activities:
            item = reported.get(activity.id)
            endings[item.state.word if item else "unreported"] += 1
            assert activity.end
            if item and item.actual_end:
                endings["late" if item.actual_end > activity.end else "in time"] += 1
            elif item and item.state is ActivityState.UNDER_WAY and activity.end < plan.identity.cutoff:
                endings["overdue"] += 1
    assert set(endings) >= {"completed", "under_way", "cancelled", "unreported", "late", "in time", "overdue"}


def test_one_never_reports_one_fell_silent_one_was_withdrawn_and_one_merged() -> None:
    plan = plan_of(13)
    reports = {
        name: [report.model.date for report in commitment_file.reports]
        for name, commitment_file in plan.commitment_files.items()
    }
    assert [name for name, days in reports.items() if not days] == ["c0007"]
    assert (plan.identity.cutoff - max(reports["c0004"])).days > 365
    closed = {name: commitment_file.commitment.model for name, commitment_file in plan.commitment_files.items()}
    ended = {name: model.situation for name, model in closed.items() if model.closure}
    assert ended == {"c0009": Situation.WITHDRAWN, "c0011": Situation.MERGED}
    for name in ended:
        closure = closed[name].closure
        assert closure
        assert closure.agreed_in in plan.sessions
        assert max(reports[name]) <= closure.date


def test_dates_of_both_ends_were_moved_in_sessions() -> None:
    plan = plan_of(13)
    moves = [
        move
        for commitment_file in commitment_files()
        if commitment_file.roadmap
        for move in commitment_file.roadmap.model.reschedulings
    ]
    assert {move.field for move in moves} == set(ScheduleField)
    for move in moves:
        assert plan.sessions[move.agreed_in].model.date == move.date < move.before < move.after


def test_reports_are_corrected_and_contested_work_is_answered_and_then_verified() -> None:
    assert any(report.model.corrects for commitment_file in commitment_files() for report in commitment_file.reports)
    rulings: dict[tuple[str, str], list[RulingKind]] = {}
    for name, commitment_file in plan_of(13).commitment_files.items():
        done = {
            (report.stem, item.activity)
            for report in commitment_file.reports
            for item in report.model.activities
            if item.state is ActivityState.COMPLETED
        }
        for entry in sorted(commitment_file.verifications, key=lambda item: item.model.date):
            for ruling in entry.model.rulings:
                if (entry.model.report, ruling.activity) in done:
                    rulings.setdefault((name, ruling.activity), []).append(ruling.ruling)
    endings = {(given[-1], RulingKind.CONTESTED in given[:-1]) for given in rulings.values()}
    assert {(RulingKind.VERIFIED, True), (RulingKind.VERIFIED, False), (RulingKind.CONTESTED, False)} <= endings
    assert any(
        len({entry.model.organisation for entry in commitment_file.verifications}) > 1
        for commitment_file in commitment_files()
    )


def test_evidence_is_linked_with_a_copy_or_kept_with_its_fingerprint() -> None:
    texts = {file.path: file.text for file in files_after(generate(13, 1))}
    kinds = Counter[str]()
    for commitment_file in commitment_files():
        folder = commitment_file.commitment.path.rpartition("/")[0]
        for report in commitment_file.reports:
            for proof in (proof for item in report.model.activities for proof in item.evidence):
                kinds["file" if proof.file else "link"] += 1
                if proof.file:
                    assert proof.sha256 == sha256(texts[f"{folder}/evidencias/{proof.file}"].encode()).hexdigest()
                else:
                    assert proof.copy_url
    assert set(kinds) == {"file", "link"}


def test_a_commitment_has_ten_activities_and_twenty_reports() -> None:
    plan = plan_of(130)
    files_of_all = plan.commitment_files.values()
    assert 9.5 < mean(len(item.roadmap.model.activities) for item in files_of_all if item.roadmap) < 10.5
    assert 18.5 < mean(len(item.reports) for item in files_of_all) < 21
