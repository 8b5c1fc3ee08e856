"""What really happened with each activity, whatever was planned: in time, late, still unfinished or cancelled."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from actionplan.demo.key_dates import CUTOFF, days
from actionplan.demo.roadmaps import all_activities, apply_reschedulings, reschedulings, signed_actions
from actionplan.demo.simulated_plan import SimulatedCommitment
from actionplan.model import Activity, ActivityState

_CYCLE = 100
_LAST_REPORTS = {4: date(2023, 8, 31), 7: None}
"""Of every hundred commitments one stops reporting and one never begins."""

_IN_TIME, _LATE, _NOT_CANCELLED = 60, 85, 97
"""Of a hundred activities, how many end in time, in time or late, and are not cancelled."""

_STEP = 5
_ALMOST = 99
_DONE = 100


class SimulatedActivity(NamedTuple):
    """Describe an activity as planned in the end, and its days in truth; some never end within the plan."""

    activity: Activity
    began: date
    done: date
    cancelled: date | None

    def state(self, day: date) -> ActivityState:
        """Return its state at the end of a day."""
        if self.cancelled and self.cancelled <= day:
            return ActivityState.CANCELLED
        if day >= self.done:
            return ActivityState.COMPLETED
        return ActivityState.UNDER_WAY if day >= self.began else ActivityState.TO_BEGIN

    def percent(self, day: date) -> int:
        """Return how far it had come at the end of a day; what was cancelled counts by half."""
        if self.cancelled and self.cancelled <= day:
            return self._progress(self.cancelled) // 2
        return self._progress(day)

    def _progress(self, day: date) -> int:
        if day >= self.done:
            return _DONE
        share = _DONE * (day - self.began).days // (self.done - self.began).days
        return min(_ALMOST, max(_STEP, share // _STEP * _STEP)) if day >= self.began else 0


def last_report_day(commitment: SimulatedCommitment) -> date | None:
    """Return the last day on which a commitment may report; None if it never does."""
    closing_day = commitment.closure.date if commitment.closure else CUTOFF
    return _LAST_REPORTS.get(commitment.number % _CYCLE, closing_day)


@cache
def simulated_activities(commitment: SimulatedCommitment) -> list[SimulatedActivity]:
    """Return the simulation of every activity of a commitment, in the order of its roadmap."""
    actions = apply_reschedulings(signed_actions(commitment), reschedulings(commitment))
    return [_simulate(commitment, activity) for activity in all_activities(actions)]


def _simulate(commitment: SimulatedCommitment, activity: Activity) -> SimulatedActivity:
    rng = commitment.rng("story", activity.id)
    if activity.start is None or activity.end is None:
        raise ValueError(activity.id)
    began = activity.start + days(rng.below(12))
    length, luck = activity.end - began, rng.below(100)
    if luck < _IN_TIME:
        done = activity.end - days(rng.below(10))
    elif luck < _LATE:
        done = activity.end + days(rng.between(5, 60))
    else:  # so slow that it stays unfinished
        done = activity.end + rng.between(2, 4) * length
    cancelled = began + days(rng.between(20, 40)) if luck >= _NOT_CANCELLED else None
    return SimulatedActivity(activity, began, done, cancelled)
