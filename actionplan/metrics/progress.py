"""The figures of activities, and what they come to in key actions and commitments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.labels import State, VerificationState, level_of, light_of
from actionplan.metrics.means import NONE, known, weighted
from actionplan.metrics.records_as_of import RecordsAsOf, Reported, verification_state_of
from actionplan.metrics.results import Figures, PartnerRuling, Schedule, Share, total
from actionplan.metrics.schedule import expected
from actionplan.model import Action, Activity, PlanIdentity, Thresholds

_UNPROVEN, _EQUAL = Fraction(99), Fraction(1)


class Progress(NamedTuple):
    """Hold how far something is on a day, in percent: as reported, as verified, as expected."""

    state: State
    real: Fraction | None
    verified: Fraction | None
    expected: Fraction | None


@dataclass(frozen=True, slots=True)
class ActivityStatus:
    """Hold what the records say of an activity, whatever its dates.

    Attributes:
        reported: What the report in force says of it.
        rulings: Those that stand on it.
        evidence: Declared means of verification with evidence in custody.
        state: What is reported, with what its evidence proves.
        verification_state: What the rulings come to; None without a report.
        real: Reported progress, in percent; None if nothing is reported or it is cancelled.
        verified: What the second key confirms of it.
    """

    reported: Reported | None
    rulings: tuple[PartnerRuling, ...]
    evidence: Share
    state: State
    verification_state: VerificationState | None
    real: Fraction | None
    verified: Fraction | None

    def progress(self, schedule: Schedule, day: date) -> Progress:
        """Return how far the activity is on a day."""
        due = None if self.state is State.CANCELLED else expected(schedule, day)
        return Progress(self.state, self.real, self.verified, due)


def status_of(activity: Activity, records: RecordsAsOf) -> ActivityStatus:
    """Return what the records of a commitment say of an activity."""
    reported = records.latest.get(activity.id)
    declared = {means.id for means in activity.means_of_verification}
    evidence = Share(len(declared & records.proven.get(activity.id, frozenset())), len(declared))
    if reported is None:
        return ActivityStatus(None, (), evidence, State.NO_REPORT, None, None, None)
    rulings = records.rulings_on(activity.id)
    verification_state = verification_state_of(rulings)
    state = State(reported.activity.state.value)
    if state is State.COMPLETED and not evidence.is_whole:
        state = State.UNPROVEN
    if state is State.CANCELLED:
        return ActivityStatus(reported, rulings, evidence, state, verification_state, None, None)
    real = _UNPROVEN if state is State.UNPROVEN else Fraction(reported.activity.percent)
    verified = real if verification_state is VerificationState.VERIFIED else NONE
    return ActivityStatus(reported, rulings, evidence, state, verification_state, real, verified)


def measure_activity(status: ActivityStatus, schedule: Schedule, plan: PlanIdentity) -> Figures:
    """Return the figures of an activity at the cut-off of a plan."""
    day, thresholds = plan.cutoff, plan.rules.lights
    state, real, verified, due = status.progress(schedule, day)
    cancelled, reported = state is State.CANCELLED, status.reported
    deviation = real - due if real is not None and due is not None else None
    open_end = None if cancelled or state is State.COMPLETED else schedule.end
    overdue_days = max(0, (day - open_end).days) if open_end else 0
    return Figures(
        state=state,
        verification_state=status.verification_state,
        real=real,
        verified=verified,
        coverage=Share(0, 0) if cancelled else Share(int(reported is not None), 1),
        expected=due,
        deviation=deviation,
        light=light_of(deviation, thresholds),
        overdue=int(overdue_days > 0),
        overdue_days=overdue_days,
        late_days=_late(reported.activity.actual_end, schedule.end) if reported else None,
        rescheduled_days=_between(schedule.signed_end, schedule.end),
        evidence=Share(0, 0) if cancelled else status.evidence,
        last_report=reported.date if reported else None,
        freshness=(day - reported.date).days if reported else None,
        next_due=open_end if open_end and open_end >= day else None,
        level=level_of(state, real, thresholds),
    )


def roll_up(parts: Sequence[Progress | Figures], weights: Sequence[Fraction]) -> Progress:
    """Return what the progress of parts comes to; what is cancelled leaves all sums.

    Args:
        parts: Activities of a key action, or key actions of a commitment.
        weights: Theirs, in any unit.
    """
    kept = [(part, weight) for part, weight in zip(parts, weights, strict=True) if part.state is not State.CANCELLED]
    return Progress(
        _state_of([part.state for part in parts]),
        _mean([(part.real, weight) for part, weight in kept], missing=NONE),
        _mean([(part.verified, weight) for part, weight in kept], missing=NONE),
        _mean([(part.expected, weight) for part, weight in kept]),
    )


def roll_up_figures(parts: Sequence[Figures], weights: Sequence[Fraction], thresholds: Thresholds) -> Figures:
    """Return all figures of what has parts: their progress rolled up, and their other figures.

    Without parts it counts as an activity of which nothing is reported.
    """
    state, real, verified, due = roll_up(parts, weights)
    deviation = _mean([(part.deviation, weight) for part, weight in zip(parts, weights, strict=True)])
    return Figures(
        state=state,
        verification_state=_verification_state_of(parts),
        real=real,
        verified=verified,
        coverage=total(part.coverage for part in parts) if parts else Share(0, 1),
        expected=due,
        deviation=deviation,
        light=light_of(deviation, thresholds),
        overdue=sum(part.overdue for part in parts),
        overdue_days=max((part.overdue_days for part in parts), default=0),
        late_days=max(known(part.late_days for part in parts), default=None),
        rescheduled_days=max(known(part.rescheduled_days for part in parts), default=None),
        evidence=total(part.evidence for part in parts),
        last_report=max(known(part.last_report for part in parts), default=None),
        freshness=min(known(part.freshness for part in parts), default=None),
        next_due=min(known(part.next_due for part in parts), default=None),
        level=level_of(state, real, thresholds),
    )


def weights_of(parts: Sequence[Action] | Sequence[Activity]) -> list[Fraction]:
    """Return weights as given; equal ones unless every part has one."""
    given: list[Decimal] = [part.weight for part in parts if part.weight is not None]
    return [Fraction(weight) for weight in given] if len(given) == len(parts) else [_EQUAL] * len(parts)


def _state_of(parts: Sequence[State]) -> State:
    counted = set(parts) - {State.CANCELLED}
    if not counted:
        return State.CANCELLED if parts else State.NO_REPORT
    if len(counted) == 1:
        return counted.pop()
    if counted == {State.COMPLETED, State.UNPROVEN}:
        return State.UNPROVEN
    return State.TO_BEGIN if counted == {State.TO_BEGIN, State.NO_REPORT} else State.UNDER_WAY


def _verification_state_of(parts: Sequence[Figures]) -> VerificationState | None:
    """Return contested if any part is, verified only if all are that have a report; None if none has."""
    states = known({part.verification_state for part in parts})
    if VerificationState.CONTESTED in states:
        return VerificationState.CONTESTED
    return states[0] if len(states) == 1 else VerificationState.UNVERIFIED if states else None


def _mean(values: Sequence[tuple[Fraction | None, Fraction]], missing: Fraction | None = None) -> Fraction | None:
    """Return a weighted mean; parts without a value are left out, or count as ``missing`` if any part has one."""
    counted = [(value, weight) for value, weight in values if value is not None]
    if counted and missing is not None:
        counted = [(missing if value is None else value, weight) for value, weight in values]
    return weighted(counted) if counted else None


def _late(end: date | None, due: date | None) -> int | None:
    return max(0, (end - due).days) if end and due else None


def _between(first: date | None, second: date | None) -> int | None:
    return (second - first).days if first and second else None
