"""What the records of a commitment changed from one day to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.labels import State, VerificationState
from actionplan.metrics.results import ActivityMetrics, CommitmentMetrics
from actionplan.model import LabelledEnum, RulingKind, ScheduleField

_ENDED = (State.COMPLETED, State.UNPROVEN, State.CANCELLED)
_RULED = {VerificationState.VERIFIED: RulingKind.VERIFIED, VerificationState.CONTESTED: RulingKind.CONTESTED}


class DateShift(NamedTuple):
    """Represent a date in force that was moved."""

    activity: str
    field: ScheduleField
    before: date
    after: date

    @property
    def days(self) -> int:
        """Return by how many days; negative if it was brought forward."""
        return (self.after - self.before).days


class Delta(NamedTuple):
    """Hold what is not as it was on an earlier day.

    Attributes:
        before: Reported progress on that day, in percent.
        real: Reported progress now.
        outcomes: The activities that ended since, by the state in which they did, and those that the second key ruled
            on since, by the ruling that stands.
        shifts: Dates that were moved since.
        closed: Whether the commitment has left the figures of the plan since.
    """

    before: Fraction | None
    real: Fraction | None
    outcomes: Mapping[LabelledEnum, tuple[str, ...]]
    shifts: tuple[DateShift, ...]
    closed: bool

    @property
    def is_any(self) -> bool:
        """Return whether anything is another than it was."""
        return self.before != self.real or bool(self.outcomes) or bool(self.shifts) or self.closed


def compare(before: CommitmentMetrics, after: CommitmentMetrics, since: date) -> Delta:
    """Compare a commitment with itself on an earlier day.

    Args:
        before: As it was.
        after: As it is.
        since: The day on which it was so.
    """
    pairs = tuple(zip(before.activities, after.activities, strict=True))
    outcomes: dict[LabelledEnum, tuple[str, ...]] = {
        state: tuple(new.id for old, new in pairs if new.figures.state is state is not old.figures.state)
        for state in _ENDED
    }
    for state, kind in _RULED.items():
        outcomes[state] = tuple(
            item.id
            for item in after.activities
            if any(ruling.kind is kind and ruling.date > since for ruling in item.rulings)
        )
    return Delta(
        before.figures.real,
        after.figures.real,
        {outcome: names for outcome, names in outcomes.items() if names},
        tuple(shift for old, new in pairs for shift in _shifts(old, new)),
        before.counted and not after.counted,
    )


def _shifts(old: ActivityMetrics, new: ActivityMetrics) -> Iterator[DateShift]:
    ends = (
        (ScheduleField.START, old.schedule.start, new.schedule.start),
        (ScheduleField.END, old.schedule.end, new.schedule.end),
    )
    for field, before, after in ends:
        if before and after and before != after:
            yield DateShift(new.id, field, before, after)
