"""What the records of a commitment changed from one day to another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.labels import LabelledEnum, State, VerificationState
from actionplan.metrics.results import ActivityMetrics, CommitmentMetrics
from actionplan.model.vocabulary import RulingKind, ScheduleField

_ENDED = (State.COMPLETED, State.UNPROVEN, State.CANCELLED)
_RULED = {VerificationState.VERIFIED: RulingKind.VERIFIED, VerificationState.CONTESTED: RulingKind.CONTESTED}


class Shift(NamedTuple):
    """A date in force that was moved."""

    activity: str
    field: ScheduleField
    before: date
    after: date

    @property
    def days(self) -> int:
        """By how many; negative if it was brought forward."""
        return (self.after - self.before).days


class Moves(NamedTuple):
    """What is not as it was on an earlier day.

    Attributes:
        before: Reported progress on that day, in percent.
        real: Reported progress now.
        words: The activities that ended since, by the state in which they did, and those on which the second key gave
            since a ruling that stands, by that.
        shifts: Dates that were moved since.
        closed: Whether the commitment has left the figures of the plan since.
    """

    before: Fraction | None
    real: Fraction | None
    words: Mapping[LabelledEnum, tuple[str, ...]]
    shifts: tuple[Shift, ...]
    closed: bool

    @property
    def are_any(self) -> bool:
        """Whether anything is another than it was."""
        return self.before != self.real or bool(self.words) or bool(self.shifts) or self.closed


def moves(before: CommitmentMetrics, now: CommitmentMetrics, since: date) -> Moves:
    """Compare a commitment with itself on an earlier day.

    Args:
        before: As it was.
        now: As it is.
        since: The day on which it was so.
    """
    pairs = tuple(zip(before.activities, now.activities, strict=True))
    words: dict[LabelledEnum, tuple[str, ...]] = {
        state: tuple(new.id for old, new in pairs if new.figures.state is state is not old.figures.state)
        for state in _ENDED
    }
    for standing, kind in _RULED.items():
        words[standing] = tuple(
            item.id for item in now.activities if any(it.ruling is kind and it.date > since for it in item.opinions)
        )
    return Moves(
        before.figures.real,
        now.figures.real,
        {word: names for word, names in words.items() if names},
        tuple(shift for old, new in pairs for shift in _shifts(old, new)),
        before.counted and not now.counted,
    )


def _shifts(old: ActivityMetrics, new: ActivityMetrics) -> Iterator[Shift]:
    was, now = old.schedule, new.schedule
    for field, before, after in ((ScheduleField.START, was.start, now.start), (ScheduleField.END, was.end, now.end)):
        if before and after and before != after:
            yield Shift(new.id, field, before, after)
