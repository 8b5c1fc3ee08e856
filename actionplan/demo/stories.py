"""What really happened with each activity, whatever was planned: in time, late, still unfinished or cancelled."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import NamedTuple

from actionplan.demo.commitments import closing_day
from actionplan.demo.moments import CUTOFF, days
from actionplan.demo.outline import Outline
from actionplan.demo.schedules import in_force, moves, signed_actions
from actionplan.model.roadmap import Activity

_CYCLE = 100
_SILENT, _UNREPORTED = 4, 7
"""Of every hundred commitments one stops reporting and one never begins."""

_LAST_WORD = date(2023, 8, 31)
_IN_TIME, _LATE, _ALIVE = 60, 85, 97
"""Of a hundred activities, how many end in time, in time or late, and are not cancelled."""

_STEP = 5
_ALMOST = 99


class Story(NamedTuple):
    """An activity as planned in the end, and its days in truth; some never end within the plan."""

    activity: Activity
    began: date
    done: date
    dropped: date | None

    def is_told(self, day: date) -> bool:
        """Whether a report of a day has to speak of it."""
        return self.activity.start is not None and self.activity.start <= day

    def percent(self, day: date) -> int:
        """How far it had come at the end of a day: 100 only once it was done."""
        if day >= self.done:
            return 100
        share = 100 * (day - self.began).days // (self.done - self.began).days
        return min(_ALMOST, max(_STEP, share // _STEP * _STEP)) if day >= self.began else 0


def last_day(number: int) -> date | None:
    """The last day on which a commitment may report; None if it never does."""
    if number % _CYCLE == _UNREPORTED:
        return None
    if number % _CYCLE == _SILENT:
        return _LAST_WORD
    return closing_day(number) or CUTOFF


@cache
def stories(outline: Outline, number: int) -> tuple[Story, ...]:
    """The story of every activity of a commitment, in the order of its roadmap."""
    actions = in_force(signed_actions(outline, number), moves(outline, number))
    return tuple(_story(outline, number, activity) for action in actions for activity in action.activities)


def _story(outline: Outline, number: int, activity: Activity) -> Story:
    dice = outline.dice("story", number, activity.id)
    if activity.start is None or activity.end is None:
        raise ValueError(activity.id)
    began = activity.start + days(dice.below(12))
    length, luck = activity.end - began, dice.below(100)
    if luck < _IN_TIME:
        done = activity.end - days(dice.below(10))
    elif luck < _LATE:
        done = activity.end + days(dice.between(5, 60))
    else:  # so slow that it stays unfinished
        done = activity.end + dice.between(2, 4) * length
    dropped = began + days(dice.between(20, 40)) if luck >= _ALIVE else None
    return Story(activity, began, done, dropped)
