"""Which charts stand on which page."""

from __future__ import annotations

from actionplan.charts.chart import Drawn
from actionplan.charts.commitments import commitments_by_goal, commitments_by_theme
from actionplan.charts.completeness import completeness_by_commitment, completeness_by_element
from actionplan.charts.data import Chart
from actionplan.charts.participation import participation
from actionplan.charts.phases import phases
from actionplan.language.locale import Locale
from actionplan.model.edition import Edition
from actionplan.pages import addresses
from actionplan.pages.page import Page


def charts_of(page: Page, edition: Edition, locale: Locale) -> dict[str, Drawn]:
    """The charts of a page by what they are about; none where the plan lacks the figures."""
    found: dict[str, Chart | None] = {}
    if page.address == addresses.HOME:
        found = {"phases": phases(edition, locale), "themes": commitments_by_theme(edition, locale)}
    elif page.address == addresses.COMMITMENTS:
        completeness = completeness_by_commitment(edition, locale) or completeness_by_element(edition, locale)
        found = {"completeness": completeness, "goals": commitments_by_goal(edition, locale)}
    elif page.entry:
        phase = next((entry for entry in edition.plan.phases if entry.path == page.entry.path), None)
        found = {"participation": participation(phase, edition, locale) if phase else None}
    return {name: Drawn(chart, locale) for name, chart in found.items() if chart}
