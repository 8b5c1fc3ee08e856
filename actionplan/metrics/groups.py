"""Commitments taken together: those of the whole plan, of an institution, an organisation, a theme or a goal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from fractions import Fraction
from typing import NamedTuple, TypeVar

from actionplan.metrics.labels import Level, Light, State, VerificationState, light_of
from actionplan.metrics.means import known, mean
from actionplan.metrics.results import CommitmentMetrics, Figures, Share, total
from actionplan.model import LabelledEnum, Thresholds

W = TypeVar("W", bound=LabelledEnum)


class Mean(NamedTuple):
    """Represent a mean of the commitments that have a figure.

    Attributes:
        value: None if none has.
        of: How many have.
    """

    value: Fraction | None
    of: int


class GroupMetrics(NamedTuple):
    """Hold commitments taken together: those of the plan, an institution, an organisation, a theme or a goal.

    Attributes:
        commitments: Ids of those that count, by number.
        real: Mean of reported progress.
        verified: Mean of verified progress.
        expected: Mean of expected progress.
        deviation: Mean of deviations.
        light: From that mean.
        coverage: Activities with a report, of those not cancelled.
        states: How many commitments are in each state, zeros included.
        verification_states: How many have each standing; those without a report are in none.
        lights: How many show each light.
        levels: How many have each level; those with nothing left to grade are in none.
        overdue: Activities past their end and not complete.
        overdue_days: Since the earliest of those ends.
        late_days: The most of any commitment.
        rescheduled_days: The most of any commitment.
        evidence: Declared means of verification with evidence in custody.
        last_report: Date of the newest report.
        freshness: Days since then.
        next_due: The next end of anything not complete.
    """

    commitments: tuple[str, ...]
    real: Mean
    verified: Mean
    expected: Mean
    deviation: Mean
    light: Light
    coverage: Share
    states: Mapping[State, int]
    verification_states: Mapping[VerificationState, int]
    lights: Mapping[Light, int]
    levels: Mapping[Level, int]
    overdue: int
    overdue_days: int
    late_days: int | None
    rescheduled_days: int | None
    evidence: Share
    last_report: date | None
    freshness: int | None
    next_due: date | None


class PlanMetrics(NamedTuple):
    """Represent a whole plan at a cut-off.

    Attributes:
        date: The cut-off.
        whole: All commitments that count.
        co_created: Those of them that are not proactive.
        commitments: Every commitment by id, by number, those that do not count included.
        institutions: By the id of an institution that leads.
        organisations: By the id of a co-responsible organisation.
        themes: By the id of a theme.
        goals: By the number of a Sustainable Development Goal.
    """

    date: date
    whole: GroupMetrics
    co_created: GroupMetrics
    commitments: Mapping[str, CommitmentMetrics]
    institutions: Mapping[str, GroupMetrics]
    organisations: Mapping[str, GroupMetrics]
    themes: Mapping[str, GroupMetrics]
    goals: Mapping[str, GroupMetrics]


def together(commitments: Iterable[CommitmentMetrics], thresholds: Thresholds) -> GroupMetrics:
    """Take the commitments that count together."""
    counted = [commitment for commitment in commitments if commitment.counted]
    figures = [commitment.figures for commitment in counted]
    deviation = mean_of(item.deviation for item in figures)
    return GroupMetrics(
        commitments=tuple(commitment.id for commitment in counted),
        real=mean_of(item.real for item in figures),
        verified=mean_of(item.verified for item in figures),
        expected=mean_of(item.expected for item in figures),
        deviation=deviation,
        light=light_of(deviation.value, thresholds),
        coverage=total(item.coverage for item in figures),
        states=_count(State, figures, lambda item: item.state),
        verification_states=_count(VerificationState, figures, lambda item: item.verification_state),
        lights=_count(Light, figures, lambda item: item.light),
        levels=_count(Level, figures, lambda item: item.level),
        overdue=sum(item.overdue for item in figures),
        overdue_days=max((item.overdue_days for item in figures), default=0),
        late_days=max(known(item.late_days for item in figures), default=None),
        rescheduled_days=max(known(item.rescheduled_days for item in figures), default=None),
        evidence=total(item.evidence for item in figures),
        last_report=max(known(item.last_report for item in figures), default=None),
        freshness=min(known(item.freshness for item in figures), default=None),
        next_due=min(known(item.next_due for item in figures), default=None),
    )


def mean_of(values: Iterable[Fraction | None]) -> Mean:
    """Return the mean of the values that are known."""
    counted = known(values)
    return Mean(mean(counted) if counted else None, len(counted))


def _count(words: type[W], figures: Iterable[Figures], word: Callable[[Figures], W | None]) -> dict[W, int]:
    counts = Counter(map(word, figures))
    return {item: counts[item] for item in words}
