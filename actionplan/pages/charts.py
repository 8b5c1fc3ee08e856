"""Which charts stand on which page."""

from __future__ import annotations

from collections.abc import Mapping
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
from actionplan.metrics.groups import PlanMetrics
from actionplan.metrics.progress_history import Snapshot
from actionplan.model.commitment import Commitment
from actionplan.model.localized_plan import LocalizedPlan
from actionplan.model.plan import CommitmentFile
from actionplan.pages import addresses
from actionplan.pages.page import Page

_SHORT = 8


class Past(NamedTuple):
    """What charts tell of the past.

    Attributes:
        history: The commits of the plan.
        of: The moments of each commitment, by id.
    """

    history: History
    of: Mapping[str, tuple[Snapshot, ...]]


def charts_of(
    page: Page, localized: LocalizedPlan, figures: PlanMetrics, past: Past, locale: Locale
) -> dict[str, Drawn]:
    """The charts of a page by what they are about; none where the plan lacks the figures."""
    found: dict[str, Chart | None] = {}
    model = page.entry.model if page.entry else None
    if page.address == addresses.HOME:
        found = {"phases": phases(localized, locale), "themes": commitments_by_theme(localized, locale)}
    elif page.address == addresses.COMMITMENTS:
        completeness = completeness_by_commitment(localized, locale) or completeness_by_element(localized, locale)
        found = {"completeness": completeness, "goals": commitments_by_goal(localized, locale)}
    elif page.address == addresses.BOARD:
        found = {"progress": progress_of_plan(localized.plan, past.of, locale)}
    elif isinstance(model, Commitment):
        found = _of_commitment(localized.plan.commitment_files[model.id], figures, past, locale)
    elif page.entry:
        phase = next((entry for entry in localized.plan.phases if entry.path == page.entry.path), None)
        found = {"participation": participation(phase, localized, locale) if phase else None}
    return {name: Drawn(chart, locale) for name, chart in found.items() if chart}


def _of_commitment(
    commitment_file: CommitmentFile, figures: PlanMetrics, past: Past, locale: Locale
) -> dict[str, Chart | None]:
    records = (entry.path for entry in (*commitment_file.reports, *commitment_file.verifications))
    commits = {path: commit.id[:_SHORT] for path in records if (commit := past.history.introduced(path))}
    name = commitment_file.commitment.model.id
    snapshots = past.of[name]
    found: dict[str, Chart | None] = {
        "progress": progress_of_commitment(commitment_file, snapshots, figures.date, commits, locale)
    }
    measured = figures.commitments[name].indicators
    for number, indicator in enumerate(commitment_file.roadmap.model.indicators if commitment_file.roadmap else ()):
        chart = indicator_chart(number + 1, indicator, measured[number], figures.date, locale)
        found[f"indicator {indicator.id}"] = chart
    return found
