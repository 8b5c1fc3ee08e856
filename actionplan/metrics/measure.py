"""A plan, measured on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from actionplan.metrics.groups import GroupMetrics, PlanMetrics, together
from actionplan.metrics.indicators import measure_indicator
from actionplan.metrics.path import critical_path
from actionplan.metrics.progress import (
    Measure,
    Progress,
    due_of_actions,
    measure_action,
    measure_whole,
    progress_of_actions,
)
from actionplan.metrics.records_as_of import records_as_of
from actionplan.metrics.results import CommitmentMetrics
from actionplan.metrics.schedule import schedules, turns_of
from actionplan.model.commitment import Commitment
from actionplan.model.plan import CommitmentFile, Plan
from actionplan.model.vocabulary import Situation


def measure(plan: Plan, day: date | None = None) -> PlanMetrics:
    """Measure a whole plan.

    Args:
        plan: The plan.
        day: The cut-off; that of the plan unless given.
    """
    cutoff = day or plan.identity.cutoff
    measured = {
        name: measure_commitment(commitment_file, plan, cutoff)
        for name, commitment_file in plan.commitment_files.items()
    }
    thresholds = plan.identity.rules.lights

    def groups(of: Mapping[str, list[str]]) -> dict[str, GroupMetrics]:
        return {key: together((measured[name] for name in names), thresholds) for key, names in of.items()}

    def by(keys: Iterable[str], having: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for name, its in having.items():
            for key in dict.fromkeys(its):
                found[key].append(name)
        return {key: found[key] for key in keys if key in found}

    models = {name: commitment_file.commitment.model for name, commitment_file in plan.commitment_files.items()}
    goals = {name: model.goals for name, model in models.items()}
    return PlanMetrics(
        date=cutoff,
        whole=together(measured.values(), thresholds),
        co_created=together((item for item in measured.values() if not item.proactive), thresholds),
        commitments=measured,
        institutions=groups(by(plan.actors, {name: model.leads_on(cutoff) for name, model in models.items()})),
        organisations=groups(by(plan.actors, {name: model.partners_on(cutoff) for name, model in models.items()})),
        themes=groups(by(plan.trees, {name: _theme(model) for name, model in models.items()})),
        goals=groups(by(sorted({goal for its in goals.values() for goal in its}, key=int), goals)),
    )


def measure_commitment(commitment_file: CommitmentFile, plan: Plan, day: date) -> CommitmentMetrics:
    """Measure a commitment on a day."""
    model = commitment_file.commitment.model
    roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
    actions = roadmap.actions if roadmap else ()
    by = _measure(commitment_file, plan, day)
    measured = tuple(measure_action(action, by) for action in actions)
    activities = tuple(activity for action in measured for activity in action.activities)
    return CommitmentMetrics(
        id=model.id,
        counted=counts(model, day),
        proactive=not model.is_co_created,
        figures=measure_whole(actions, measured, by.thresholds),
        actions=measured,
        indicators=tuple(
            measure_indicator(indicator, by.records.measurements, day)
            for indicator in (roadmap.indicators if roadmap else ())
        ),
        path=critical_path(roadmap.activities if roadmap else (), activities, day),
    )


def progress_between(
    commitment_file: CommitmentFile, plan: Plan, first: date, last: date, also: Iterable[date] = ()
) -> Iterator[tuple[date, Progress]]:
    """How far a commitment was, without its other figures, from one day on to before another.

    Args:
        commitment_file: The commitment.
        plan: Its plan.
        first: The first day, after which nothing is recorded before the last.
        last: The day that is told no more.
        also: Days to tell besides, if they are between these.

    Yields:
        The first day, and each on which an activity begins or ends.
    """
    actions = commitment_file.roadmap.model.actions if commitment_file.roadmap else ()
    by = _measure(commitment_file, plan, first)
    turns = {day for schedule in by.schedules.values() for day in turns_of(schedule)}
    now = progress_of_actions(actions, by)
    yield first, now
    for day in sorted(day for day in turns.union(also) if first < day < last):
        yield day, now._replace(expected=due_of_actions(actions, replace(by, day=day)))


def _measure(commitment_file: CommitmentFile, plan: Plan, day: date) -> Measure:
    dates = schedules(commitment_file.roadmap.model, day) if commitment_file.roadmap else {}
    return Measure(records_as_of(commitment_file, day, plan), dates, day, plan.identity.rules.lights)


def counts(model: Commitment, day: date) -> bool:
    """Whether a commitment is in the figures of the plan: until the day of its closure, if it has one."""
    if model.situation not in {Situation.WITHDRAWN, Situation.MERGED}:
        return True
    return model.closure is not None and day < model.closure.date


def _theme(model: Commitment) -> tuple[str, ...]:
    return (model.theme,) if model.theme else ()
