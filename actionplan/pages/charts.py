"""The charts of each kind of page, by what they are about; none where the plan lacks the figures."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from actionplan.charts.chart import Drawn
from actionplan.charts.commitments import commitments_by_goal, commitments_by_theme
from actionplan.charts.completeness import completeness_by_commitment, completeness_by_element
from actionplan.charts.data import Chart
from actionplan.charts.indicators import indicator_chart
from actionplan.charts.participation import participation
from actionplan.charts.phases import phases
from actionplan.charts.progress import progress_of_commitment, progress_of_plan
from actionplan.git.history import History
from actionplan.language.locale import Locale
from actionplan.metrics import CommitmentMetrics, Snapshot
from actionplan.model import CommitmentFile, LocalizedPlan, Plan

Charts = dict[str, Drawn]

_SHORT = 8


class Past(NamedTuple):
    """Hold what charts tell of the past.

    Attributes:
        history: The commits of the plan.
        of: The moments of each commitment, by id.
    """

    history: History
    of: Mapping[str, tuple[Snapshot, ...]]


def of_home(localized: LocalizedPlan, locale: Locale) -> Charts:
    """Draw the phases in time, and the commitments of each theme."""
    return _drawn({"phases": phases(localized, locale), "themes": commitments_by_theme(localized, locale)}, locale)


def of_commitments(localized: LocalizedPlan, locale: Locale) -> Charts:
    """Draw how complete the commitments are, and which goals they serve."""
    completeness = completeness_by_commitment(localized, locale) or completeness_by_element(localized, locale)
    return _drawn({"completeness": completeness, "goals": commitments_by_goal(localized, locale)}, locale)


def of_board(plan: Plan, past: Past, locale: Locale) -> Charts:
    """Draw the progress of the plan."""
    return _drawn({"progress": progress_of_plan(plan, past.of, locale)}, locale)


def of_phase(path: str, localized: LocalizedPlan, locale: Locale) -> Charts:
    """Draw who took part in a phase."""
    phase = next(entry for entry in localized.plan.phases if entry.path == path)
    return _drawn({"participation": participation(phase, localized, locale)}, locale)


def of_commitment(
    commitment_file: CommitmentFile, measured: CommitmentMetrics, day: date, past: Past, locale: Locale
) -> Charts:
    """Draw the progress of a commitment, and each of its indicators."""
    records = (entry.path for entry in (*commitment_file.reports, *commitment_file.verifications))
    commits = {path: commit.id[:_SHORT] for path in records if (commit := past.history.introduced(path))}
    snapshots = past.of[commitment_file.commitment.model.id]
    indicators = commitment_file.roadmap.model.indicators if commitment_file.roadmap else ()
    return _drawn(
        {
            "progress": progress_of_commitment(commitment_file, snapshots, day, commits, locale),
            **{
                f"indicator {indicator.id}": indicator_chart(number, indicator, measurements, day, locale)
                for number, (indicator, measurements) in enumerate(zip(indicators, measured.indicators, strict=True), 1)
            },
        },
        locale,
    )


def _drawn(charts: Mapping[str, Chart | None], locale: Locale) -> Charts:
    return {name: Drawn(chart, locale) for name, chart in charts.items() if chart}
