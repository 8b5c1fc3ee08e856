"""What measuring a plan yields: frozen, exact, and rounded only where it is printed.

Percentages are exact fractions of 100 (``Fraction(50)`` is 50 %), days are whole numbers. None is «nothing to say»:
no report, no date, nothing left to count; it is never a zero.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import Final, NamedTuple

from actionplan.metrics.labels import Level, Light, PathProblem, State, VerificationState
from actionplan.metrics.network import ActivityFloat, DayRange
from actionplan.model import ActivityReport, RulingKind, Sense

_NO_RANGES: Final[Mapping[str, DayRange]] = MappingProxyType({})
_NO_FLOATS: Final[Mapping[str, ActivityFloat]] = MappingProxyType({})
_NO_SLIPS: Final[Mapping[str, int]] = MappingProxyType({})


class Share(NamedTuple):
    """Hold some of several things."""

    have: int
    of: int

    @property
    def percent(self) -> Fraction | None:
        """Return how many of a hundred; None of nothing."""
        return Fraction(100 * self.have, self.of) if self.of else None

    @property
    def is_whole(self) -> bool:
        """Return whether none is missing."""
        return self.have == self.of


def total(shares: Iterable[Share]) -> Share:
    """Add up shares of different things."""
    added = tuple(shares)
    return Share(sum(share.have for share in added), sum(share.of for share in added))


class Figures(NamedTuple):
    """Hold the figures that activities, key actions and commitments share; each has its rule in ``rules.Metric``.

    Attributes:
        state: What is reported, with what its evidence proves.
        verification_state: What the second key says of the reports in force; None without a report.
        real: Reported progress; «at least» that much while ``coverage`` is not whole.
        verified: Progress that the second key confirms, counted as ``real`` is.
        coverage: Activities with a report, of those not cancelled.
        expected: Progress due by the schedule in force.
        deviation: Percentage points that progress is ahead (or, below zero, behind), over the activities that have
            both figures: not always ``real - expected``.
        light: From the deviation and the thresholds of the plan.
        overdue: Activities whose end is past and that are not complete.
        overdue_days: Since the earliest of those ends; 0 if none is past.
        late_days: By which the latest reported finish missed its end in force, 0 if none did; None if nothing dated
            is reported as finished.
        rescheduled_days: By which the end in force is after the one first signed, of the activity that was put off
            most; negative if all were brought forward; None if undated.
        evidence: Declared means of verification with evidence in custody, of all that are declared.
        last_report: Date of the newest report in force that speaks of it.
        freshness: Days since then.
        next_due: The next end in force, the cut-off included, of what is not complete.
        level: Completion as OGP grades it; None if nothing is left to grade.
    """

    state: State
    verification_state: VerificationState | None
    real: Fraction | None
    verified: Fraction | None
    coverage: Share
    expected: Fraction | None
    deviation: Fraction | None
    light: Light
    overdue: int
    overdue_days: int
    late_days: int | None
    rescheduled_days: int | None
    evidence: Share
    last_report: date | None
    freshness: int | None
    next_due: date | None
    level: Level | None


class Schedule(NamedTuple):
    """Represent the dates of an activity at a cut-off; None where it is not dated.

    Attributes:
        start: In force.
        end: In force.
        signed_start: As first signed.
        signed_end: As first signed.
    """

    start: date | None
    end: date | None
    signed_start: date | None
    signed_end: date | None


class PartnerRuling(NamedTuple):
    """Represent a ruling of the second key that stands: the newest of its organisation on the report in force."""

    organisation: str
    date: date
    kind: RulingKind
    reason: str | None
    verification: str


class ActivityMetrics(NamedTuple):
    """Represent an activity at a cut-off.

    Attributes:
        id: Local to its commitment.
        action: The id of its key action.
        figures: Its figures.
        schedule: Its dates.
        report: Name of the report in force, ``2020-06-30-sfp``; None without one.
        reported: What that report says of it.
        rulings: The rulings that stand on it, by organisation.
    """

    id: str
    action: str
    figures: Figures
    schedule: Schedule
    report: str | None
    reported: ActivityReport | None
    rulings: tuple[PartnerRuling, ...]


class ActionMetrics(NamedTuple):
    """Represent a key action at a cut-off, with its activities in order."""

    id: str
    figures: Figures
    activities: tuple[ActivityMetrics, ...]


class DatedValue(NamedTuple):
    """Represent a value of an indicator and its day; ``ceiling`` closes the range of a target."""

    value: Decimal
    date: date
    ceiling: Decimal | None = None


class IndicatorMetrics(NamedTuple):
    """Represent an indicator at a cut-off.

    Attributes:
        id: Local to its commitment.
        sense: Which way it improves.
        baseline: Where it stood before.
        target: The one in force: the next on or after the cut-off, else the last of all.
        final_target: The last of all.
        last: The newest measurement; None if there is none.
        readings: Every measurement, by date.
        attainment: How much of the way from the baseline to the target in force is made: 0 at the baseline, 100 at
            the target and beyond, negative if it got worse.
    """

    id: str
    sense: Sense | None
    baseline: DatedValue | None
    target: DatedValue | None
    final_target: DatedValue | None
    last: DatedValue | None
    readings: tuple[DatedValue, ...]
    attainment: Fraction | None


class CriticalPath(NamedTuple):
    """Hold what the final result of a roadmap waits for; days are ordinals.

    Attributes:
        problem: Why there is no critical path to compute; None if there is one.
        cycle: Activities that wait for each other, the first again at the end.
        undated: Activities that have no dates and so are left out.
        signed_end: The last day of the roadmap as first signed.
        forecast_end: The last day as things stand.
        early: First possible days, by activity, of those that are dated and not cancelled.
        floats: By unfinished activity, how long it may wait.
        slips: By unfinished activity, days by which the final result moves if it alone slips by ``network.SLIP``.
    """

    problem: PathProblem | None
    cycle: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
    signed_end: date | None = None
    forecast_end: date | None = None
    early: Mapping[str, DayRange] = _NO_RANGES
    floats: Mapping[str, ActivityFloat] = _NO_FLOATS
    slips: Mapping[str, int] = _NO_SLIPS

    @property
    def critical(self) -> tuple[str, ...]:
        """Return the activities with the least total float: any day that one of these slips moves the final result."""
        least = min((item.total for item in self.floats.values()), default=0)
        return tuple(name for name, item in self.floats.items() if item.total == least)

    @property
    def behind(self) -> int | None:
        """Return days by which the forecast is after the signed end; negative if before."""
        if self.signed_end is None or self.forecast_end is None:
            return None
        return (self.forecast_end - self.signed_end).days


class CommitmentMetrics(NamedTuple):
    """Represent a commitment at a cut-off.

    Attributes:
        id: Stable id.
        counted: Whether it is in the figures of the plan: a withdrawn or merged one has left them.
        proactive: Whether an institution added it by itself.
        figures: Its figures.
        actions: Its key actions, in order.
        indicators: Its indicators, in order.
        path: The critical path of its roadmap.
    """

    id: str
    counted: bool
    proactive: bool
    figures: Figures
    actions: tuple[ActionMetrics, ...]
    indicators: tuple[IndicatorMetrics, ...]
    path: CriticalPath

    @property
    def activities(self) -> tuple[ActivityMetrics, ...]:
        """Return every activity, in the order of the roadmap."""
        return tuple(activity for action in self.actions for activity in action.activities)
