"""The figures of activities, and what they come to in key actions and commitments."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from actionplan.metrics.groups import total
from actionplan.metrics.ledger import Ledger, standing_of
from actionplan.metrics.results import ActionMetrics, ActivityMetrics, Figures, Schedule, Share
from actionplan.metrics.schedule import expected
from actionplan.metrics.words import Standing, State, level_of, light_of
from actionplan.model.roadmap import Action, Activity
from actionplan.model.settings import Thresholds
from actionplan.model.vocabulary import ActivityState

_UNPROVEN = Fraction(99)
_STATES = {
    ActivityState.TO_BEGIN: State.TO_BEGIN,
    ActivityState.UNDER_WAY: State.UNDER_WAY,
    ActivityState.COMPLETED: State.COMPLETED,
    ActivityState.CANCELLED: State.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class Measure:
    """What measuring an activity needs besides itself."""

    ledger: Ledger
    schedules: dict[str, Schedule]
    day: date
    thresholds: Thresholds


def measure_activity(activity: Activity, action: str, by: Measure) -> ActivityMetrics:
    """An activity on a day."""
    told = by.ledger.latest.get(activity.id)
    schedule = by.schedules[activity.id]
    opinions = by.ledger.opinions_on(activity.id)
    declared = {means.id for means in activity.means_of_verification}
    proven = declared & by.ledger.proven.get(activity.id, frozenset())
    state = _state(told.activity.state if told else None, whole=proven == declared)
    standing = standing_of(opinions) if told else None
    cancelled = state is State.CANCELLED
    real = (
        None if told is None or cancelled else _UNPROVEN if state is State.UNPROVEN else Fraction(told.activity.percent)
    )
    due = None if cancelled else expected(schedule, by.day)
    deviation = real - due if real is not None and due is not None else None
    open_end = None if cancelled or state is State.COMPLETED else schedule.end
    overdue_days = max(0, (by.day - open_end).days) if open_end else 0
    figures = Figures(
        state=state,
        standing=standing,
        real=real,
        verified=None if real is None else real if standing is Standing.VERIFIED else Fraction(0),
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
    state = _state_of(parts)
    kept = [(part, weight) for part, weight in zip(parts, weights, strict=True) if part.state is not State.CANCELLED]
    deviation = _mean(kept, lambda part: part.deviation)
    real = _mean(kept, lambda part: part.real, missing=Fraction(0))
    reported = [part for part in parts if part.standing is not None]
    return Figures(
        state=state,
        standing=_standing_of(reported),
        real=real,
        verified=_mean(kept, lambda part: part.verified, missing=Fraction(0)),
        coverage=total(part.coverage for part in parts) if parts else Share(0, 1),
        expected=_mean(kept, lambda part: part.expected),
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


def _state(reported: ActivityState | None, *, whole: bool) -> State:
    if reported is None:
        return State.NO_REPORT
    return State.UNPROVEN if reported is ActivityState.COMPLETED and not whole else _STATES[reported]


def _state_of(parts: Sequence[Figures]) -> State:
    states = {part.state for part in parts}
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


def _standing_of(reported: Sequence[Figures]) -> Standing | None:
    """Contested if any part is, verified only if all are; None if nothing is reported."""
    standings = {part.standing for part in reported}
    if not standings:
        return None
    if Standing.CONTESTED in standings:
        return Standing.CONTESTED
    return Standing.VERIFIED if standings == {Standing.VERIFIED} else Standing.UNVERIFIED


def _mean(
    kept: Iterable[tuple[Figures, Fraction]],
    figure: Callable[[Figures], Fraction | None],
    missing: Fraction | None = None,
) -> Fraction | None:
    """The weighted mean of a figure; parts without it are left out, or count as ``missing`` if any part has one."""
    found = [(figure(part), weight) for part, weight in kept]
    if all(value is None for value, _ in found):
        return None
    counted = [(missing if value is None else value, weight) for value, weight in found]
    sums = [(value * weight, weight) for value, weight in counted if value is not None]
    return sum((part for part, _ in sums), Fraction(0)) / sum((weight for _, weight in sums), Fraction(0))


def _weights(parts: Sequence[Action] | Sequence[Activity]) -> list[Fraction]:
    """Weights as given; equal ones unless every part has one."""
    given: list[Decimal] = [part.weight for part in parts if part.weight is not None]
    return [Fraction(weight) for weight in given] if len(given) == len(parts) else [Fraction(1)] * len(parts)


def _late(end: date | None, due: date | None) -> int | None:
    return max(0, (end - due).days) if end and due else None


def _between(first: date | None, second: date | None) -> int | None:
    return (second - first).days if first and second else None


def _most(values: Iterable[int | None]) -> int | None:
    return max((value for value in values if value is not None), default=None)
