"""A plan, measured on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from actionplan.metrics.groups import GroupMetrics, PlanMetrics, together
from actionplan.metrics.indicators import measure_indicator
from actionplan.metrics.path import critical_path
from actionplan.metrics.progress import (
    Progress,
    measure_activity,
    roll_up,
    roll_up_figures,
    status_of,
    weights_of,
)
from actionplan.metrics.records_as_of import records_as_of
from actionplan.metrics.results import ActionMetrics, ActivityMetrics, CommitmentMetrics
from actionplan.metrics.schedule import breakpoints, schedules
from actionplan.model import Action, Activity, Commitment, CommitmentFile, Plan, Situation


def measure(plan: Plan) -> PlanMetrics:
    """Measure a whole plan at its cut-off; at another day, ``plan.at(day)``."""
    cutoff = plan.identity.cutoff
    measured = {
        name: measure_commitment(commitment_file, plan) for name, commitment_file in plan.commitment_files.items()
    }
    thresholds = plan.identity.rules.lights

    def groups(of: Mapping[str, list[str]]) -> dict[str, GroupMetrics]:
        return {key: together((measured[name] for name in names), thresholds) for key, names in of.items()}

    def by(keys: Iterable[str], having: Mapping[str, tuple[str, ...]]) -> dict[str, list[str]]:
        members: defaultdict[str, list[str]] = defaultdict(list)
        for name, its_keys in having.items():
            for key in dict.fromkeys(its_keys):
                members[key].append(name)
        return {key: members[key] for key in keys if key in members}

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
        goals=groups(by(sorted({goal for numbers in goals.values() for goal in numbers}, key=int), goals)),
    )


def measure_commitment(commitment_file: CommitmentFile, plan: Plan) -> CommitmentMetrics:
    """Measure a commitment at the cut-off of a plan."""
    model, identity = commitment_file.commitment.model, plan.identity
    roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
    records = records_as_of(commitment_file, identity.cutoff, plan)
    dates = schedules(roadmap, identity.cutoff) if roadmap else {}

    def activity_metrics(activity: Activity, action: str) -> ActivityMetrics:
        status, schedule = status_of(activity, records), dates[activity.id]
        report, reported = (status.reported.report, status.reported.activity) if status.reported else (None, None)
        figures = measure_activity(status, schedule, identity)
        return ActivityMetrics(activity.id, action, figures, schedule, report, reported, status.rulings)

    def action_metrics(action: Action) -> ActionMetrics:
        activities = tuple(activity_metrics(activity, action.id) for activity in action.activities)
        parts = [activity.figures for activity in activities]
        figures = roll_up_figures(parts, weights_of(action.activities), identity.rules.lights)
        return ActionMetrics(action.id, figures, activities)

    actions = roadmap.actions if roadmap else ()
    measured = tuple(map(action_metrics, actions))
    activities = tuple(activity for action in measured for activity in action.activities)
    return CommitmentMetrics(
        id=model.id,
        counted=counts(model, identity.cutoff),
        proactive=not model.is_co_created,
        figures=roll_up_figures([item.figures for item in measured], weights_of(actions), identity.rules.lights),
        actions=measured,
        indicators=tuple(
            measure_indicator(indicator, records.measurements, identity.cutoff)
            for indicator in (roadmap.indicators if roadmap else ())
        ),
        path=critical_path(roadmap.activities if roadmap else (), activities, identity.cutoff),
    )


def progress_between(
    commitment_file: CommitmentFile, plan: Plan, first: date, last: date, also: Iterable[date] = ()
) -> Iterator[tuple[date, Progress]]:
    """Roll up how far a commitment was, without its other figures, from one day on to before another.

    Args:
        commitment_file: The commitment.
        plan: Its plan.
        first: The first day, after which nothing is recorded before the last.
        last: The first day that is left out.
        also: Days to measure besides, if they are between these.

    Yields:
        The first day, and each on which an activity begins or ends.
    """
    roadmap = commitment_file.roadmap.model if commitment_file.roadmap else None
    records = records_as_of(commitment_file, first, plan)
    dates = schedules(roadmap, first) if roadmap else {}
    actions = roadmap.actions if roadmap else ()
    parts = [
        (
            [(status_of(activity, records), dates[activity.id]) for activity in action.activities],
            weights_of(action.activities),
        )
        for action in actions
    ]
    weights = weights_of(actions)
    days = {day for schedule in dates.values() for day in breakpoints(schedule)}.union(also)
    for day in (first, *sorted(day for day in days if first < day < last)):
        whole = [
            roll_up([status.progress(schedule, day) for status, schedule in activities], weights_of_activities)
            for activities, weights_of_activities in parts
        ]
        yield day, roll_up(whole, weights)


def counts(model: Commitment, day: date) -> bool:
    """Return whether a commitment is in the figures of the plan: until the day of its closure, if it has one."""
    if model.situation not in {Situation.WITHDRAWN, Situation.MERGED}:
        return True
    return model.closure is not None and day < model.closure.date


def _theme(model: Commitment) -> tuple[str, ...]:
    return (model.theme,) if model.theme else ()
