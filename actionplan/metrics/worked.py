"""Worked examples of the rules of calculation: the tests hold the engine to them, and the site shows them."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from actionplan.metrics.labels import State
from actionplan.metrics.network import DayRange, Predecessor
from actionplan.model import DependencyKind, RulingKind


class WorkedTask(NamedTuple):
    """Represent an activity of the network, in days counted from 1, with its figures as worked out by hand.

    Attributes:
        id: Its name.
        days: How long it lasts.
        predecessors: What it waits for.
        early: Its first possible days.
        late: Its last possible days.
        total: Total float.
        free: Free float.
        delay: Days by which the final result moves if it alone slips ten days.
    """

    id: str
    days: int
    predecessors: tuple[Predecessor, ...]
    early: DayRange
    late: DayRange
    total: int
    free: int
    delay: int


_FC, _CC = DependencyKind.FINISH_START, DependencyKind.START_START
_FF, _CF = DependencyKind.FINISH_FINISH, DependencyKind.START_FINISH

SIGNED_END = 17
NETWORK = (
    WorkedTask("A", 5, (), DayRange(1, 5), DayRange(1, 5), 0, 0, 10),
    WorkedTask("B", 4, (Predecessor("A", _FC),), DayRange(6, 9), DayRange(7, 10), 1, 1, 9),
    WorkedTask("C", 6, (Predecessor("A", _CC, 2),), DayRange(3, 8), DayRange(3, 8), 0, 0, 10),
    WorkedTask("D", 5, (Predecessor("C", _FC), Predecessor("B", _FF, 3)), DayRange(9, 13), DayRange(9, 13), 0, 0, 10),
    WorkedTask(
        "E", 2, (Predecessor("B", _FC), Predecessor("C", _CF, 12)), DayRange(13, 14), DayRange(13, 14), 0, 0, 10
    ),
    WorkedTask("F", 3, (Predecessor("D", _FC, 1), Predecessor("E", _FC)), DayRange(15, 17), DayRange(15, 17), 0, 0, 10),
)
"""A network with the four kinds of dependency and with lags, signed to end on day 17."""


class WorkedActivity(NamedTuple):
    """Represent an activity of the roadmap of the example, as reported by the cut-off, with what it should come to.

    Attributes:
        action: Its key action.
        weight: That of the key action; activities of one key action weigh the same.
        id: Its name.
        start: By the schedule in force.
        end: By the schedule in force.
        state: What is reported, with what its evidence proves.
        percent: What is reported; None without a report.
        ruling: What the second key said of it.
        real: Progress that it counts; None where it counts none.
        expected: Progress due at the cut-off; None if cancelled.
    """

    action: str
    weight: int
    id: str
    start: date
    end: date
    state: State
    percent: int | None
    ruling: RulingKind | None
    real: Fraction | None
    expected: Fraction | None


CUTOFF = date(2020, 7, 1)
ROADMAP = (
    WorkedActivity(
        "a1",
        60,
        "a1.1",
        date(2020, 1, 1),
        date(2020, 3, 31),
        State.COMPLETED,
        100,
        RulingKind.VERIFIED,
        Fraction(100),
        Fraction(100),
    ),
    WorkedActivity(
        "a1",
        60,
        "a1.2",
        date(2020, 4, 1),
        date(2020, 6, 30),
        State.UNPROVEN,
        100,
        None,
        Fraction(99),
        Fraction(100),
    ),
    WorkedActivity(
        "a1",
        60,
        "a1.3",
        date(2020, 6, 1),
        date(2020, 7, 31),
        State.UNDER_WAY,
        20,
        RulingKind.CONTESTED,
        Fraction(20),
        Fraction(50),
    ),
    WorkedActivity(
        "a2",
        40,
        "a2.1",
        date(2020, 7, 1),
        date(2020, 7, 31),
        State.NO_REPORT,
        None,
        None,
        None,
        Fraction(0),
    ),
    WorkedActivity(
        "a2",
        40,
        "a2.2",
        date(2020, 5, 1),
        date(2020, 5, 31),
        State.CANCELLED,
        0,
        None,
        None,
        None,
    ),
)
"""A roadmap with two key actions in the middle of its time."""

RESULTS = {
    "real": Fraction(60 * 73, 100),
    "verified": Fraction(60 * 100, 3 * 100),
    "expected": Fraction(50),
    "deviation": Fraction(-31, 3),
}
"""What that roadmap comes to, in percent; the deviation is over the activities that have both figures."""
