"""The figures of activities, and what they come to in key actions and commitments."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.groups import total
from actionplan.metrics.labels import State, VerificationState, level_of, light_of
from actionplan.metrics.means import NONE, weighted
from actionplan.metrics.records_as_of import RecordsAsOf, standing_of
from actionplan.metrics.results import ActionMetrics, ActivityMetrics, Figures, Schedule, Share
from actionplan.metrics.schedule import expected
from actionplan.model.roadmap import Action, Activity
from actionplan.model.settings import Thresholds
from actionplan.model.vocabulary import ActivityState

_UNPROVEN, _EQUAL = Fraction(99), Fraction(1)
_STATES = {
    ActivityState.TO_BEGIN: State.TO_BEGIN,
    ActivityState.UNDER_WAY: State.UNDER_WAY,
    ActivityState.COMPLETED: State.COMPLETED,
    ActivityState.CANCELLED: State.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What measuring an activity needs besides itself."""

    records: RecordsAsOf
    schedules: dict[str, Schedule]
    day: date
    thresholds: Thresholds


class Progress(NamedTuple):
    """How far something is on a day, in percent: as reported, as verified, as expected."""

    real: Fraction | None
    verified: Fraction | None
    expected: Fraction | None


def progress_of_activity(activity: Activity, by: Measure) -> tuple[State, VerificationState | None, Progress]:
    """What is said of an activity on a day, and how far that is."""
    told = by.records.latest.get(activity.id)
    declared = {means.id for means in activity.means_of_verification}
    whole = told is not None and declared <= by.records.proven.get(activity.id, frozenset())
    state = _state(told.activity.state if told else None, whole=whole)
    standing = standing_of(by.records.opinions_on(activity.id)) if told else None
    if state is State.CANCELLED:
        return state, standing, Progress(None, None, None)
    real = None if told is None else _UNPROVEN if state is State.UNPROVEN else Fraction(told.activity.percent)
    verified = None if real is None else real if standing is VerificationState.VERIFIED else NONE
    return state, standing, Progress(real, verified, expected(by.schedules[activity.id], by.day))


def progress_of_actions(actions: Sequence[Action], by: Measure) -> Progress:
    """How far a commitment is on a day: what ``measure_whole`` says of it, without all that it says besides."""
    measured = [[progress_of_activity(activity, by) for activity in action.activities] for action in actions]
    parts = [
        (_state_of([state for state, _, _ in parts]), _together([(state, its) for state, _, its in parts], weights))
        for parts, weights in zip(measured, (_weights(action.activities) for action in actions), strict=True)
    ]
    return _together(parts, _weights(actions))


def due_of_actions(actions: Sequence[Action], by: Measure) -> Fraction | None:
    """What is expected of a commitment on a day, alone: on most days nothing else is another than the day before."""
    parts = []
    for action, weight in zip(actions, _weights(actions), strict=True):
        kept = [
            (expected(by.schedules[activity.id], by.day), its)
            for activity, its in zip(action.activities, _weights(action.activities), strict=True)
            if not _is_cancelled(activity, by.records)
        ]
        if kept or not action.activities:
            parts.append((_mean(kept), weight))
    return _mean(parts)


def measure_activity(activity: Activity, action: str, by: Measure) -> ActivityMetrics:
    """An activity on a day."""
    told = by.records.latest.get(activity.id)
    schedule = by.schedules[activity.id]
    opinions = by.records.opinions_on(activity.id)
    declared = {means.id for means in activity.means_of_verification}
    proven = declared & by.records.proven.get(activity.id, frozenset())
    state, standing, (real, verified, due) = progress_of_activity(activity, by)
    cancelled = state is State.CANCELLED
    deviation = real - due if real is not None and due is not None else None
    open_end = None if cancelled or state is State.COMPLETED else schedule.end
    overdue_days = max(0, (by.day - open_end).days) if open_end else 0
    figures = Figures(
        state=state,
        standing=standing,
        real=real,
        verified=verified,
        coverage=Share(0, 0) if cancelled else Share(int(told is not None), 1),
        expected=due,
        deviation=deviation,
        light=light_of(deviation, by.thresholds),
        overdue=int(overdue_days > 0),
        overdue_days=overdue_days,
        late_days=_late(told.activity.actual_end, schedule.end) if told else None,
        rescheduled_days=_between(schedule.signed_end, schedule.end),
        evidence=Share(0, 0) if cancelled else Share(len(proven), len(declared)),
        last_report=told.date if told else None,
        freshness=(by.day - told.date).days if told else None,
        next_due=open_end if open_end and open_end >= by.day else None,
        level=level_of(state, real, by.thresholds),
    )
    return ActivityMetrics(
        activity.id, action, figures, schedule, told.report if told else None, told.activity if told else None, opinions
    )


def measure_action(action: Action, by: Measure) -> ActionMetrics:
    """A key action on a day. One without activities counts as an activity of which nothing is reported."""
    activities = tuple(measure_activity(activity, action.id, by) for activity in action.activities)
    parts = [activity.figures for activity in activities]
    return ActionMetrics(action.id, roll_up(parts, _weights(action.activities), by.thresholds), activities)


def measure_whole(actions: Sequence[Action], measured: Sequence[ActionMetrics], thresholds: Thresholds) -> Figures:
    """What the key actions of a commitment come to."""
    return roll_up([action.figures for action in measured], _weights(actions), thresholds)


def roll_up(parts: Sequence[Figures], weights: Sequence[Fraction], thresholds: Thresholds) -> Figures:
    """What the figures of parts come to.

    Args:
        parts: Their figures.
        weights: Theirs, in any unit.
        thresholds: Of lights and levels.
    """
    state = _state_of([part.state for part in parts])
    kept = [(part, weight) for part, weight in zip(parts, weights, strict=True) if part.state is not State.CANCELLED]
    deviation = _mean([(part.deviation, weight) for part, weight in kept])
    real, verified, due = _together(
        [(part.state, Progress(part.real, part.verified, part.expected)) for part in parts], weights
    )
    reported = [part for part in parts if part.standing is not None]
    return Figures(
        state=state,
        standing=_standing_of(reported),
        real=real,
        verified=verified,
        coverage=total(part.coverage for part in parts) if parts else Share(0, 1),
        expected=due,
        deviation=deviation,
        light=light_of(deviation, thresholds),
        overdue=sum(part.overdue for part in parts),
        overdue_days=max((part.overdue_days for part in parts), default=0),
        late_days=_most(part.late_days for part in parts),
        rescheduled_days=_most(part.rescheduled_days for part in parts),
        evidence=total(part.evidence for part in parts),
        last_report=max((part.last_report for part in parts if part.last_report), default=None),
        freshness=min((part.freshness for part in parts if part.freshness is not None), default=None),
        next_due=min((part.next_due for part in parts if part.next_due), default=None),
        level=level_of(state, real, thresholds),
    )


def _is_cancelled(activity: Activity, said: RecordsAsOf) -> bool:
    told = said.latest.get(activity.id)
    return told is not None and told.activity.state is ActivityState.CANCELLED


def _state(reported: ActivityState | None, *, whole: bool) -> State:
    if reported is None:
        return State.NO_REPORT
    return State.UNPROVEN if reported is ActivityState.COMPLETED and not whole else _STATES[reported]


def _state_of(parts: Sequence[State]) -> State:
    states = set(parts)
    left = states - {State.CANCELLED}
    if states and not left:
        return State.CANCELLED
    for whole in (State.COMPLETED, State.NO_REPORT):
        if left <= {whole} and left:
            return whole
    if not left:
        return State.NO_REPORT
    if left <= {State.COMPLETED, State.UNPROVEN}:
        return State.UNPROVEN
    return State.TO_BEGIN if left <= {State.TO_BEGIN, State.NO_REPORT} else State.UNDER_WAY


def _standing_of(reported: Sequence[Figures]) -> VerificationState | None:
    """Contested if any part is, verified only if all are; None if nothing is reported."""
    standings = {part.standing for part in reported}
    if not standings:
        return None
    if VerificationState.CONTESTED in standings:
        return VerificationState.CONTESTED
    return VerificationState.VERIFIED if standings == {VerificationState.VERIFIED} else VerificationState.UNVERIFIED


def _together(parts: Sequence[tuple[State, Progress]], weights: Sequence[Fraction]) -> Progress:
    """What the progress of parts comes to; what is cancelled leaves all sums."""
    kept = [(its, weight) for (state, its), weight in zip(parts, weights, strict=True) if state is not State.CANCELLED]
    return Progress(
        _mean([(its.real, weight) for its, weight in kept], missing=NONE),
        _mean([(its.verified, weight) for its, weight in kept], missing=NONE),
        _mean([(its.expected, weight) for its, weight in kept]),
    )


def _mean(found: Sequence[tuple[Fraction | None, Fraction]], missing: Fraction | None = None) -> Fraction | None:
    """A weighted mean; parts without a value are left out, or count as ``missing`` if any part has one."""
    if all(value is None for value, _ in found):
        return None
    counted = [(missing if value is None else value, weight) for value, weight in found]
    return weighted([(value, weight) for value, weight in counted if value is not None])


def _weights(parts: Sequence[Action] | Sequence[Activity]) -> list[Fraction]:
    """Weights as given; equal ones unless every part has one."""
    given: list[Decimal] = [part.weight for part in parts if part.weight is not None]
    return [Fraction(weight) for weight in given] if len(given) == len(parts) else [_EQUAL] * len(parts)


def _late(end: date | None, due: date | None) -> int | None:
    return max(0, (end - due).days) if end and due else None


def _between(first: date | None, second: date | None) -> int | None:
    return (second - first).days if first and second else None


def _most(values: Iterable[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)
