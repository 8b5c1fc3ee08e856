"""Curves in time in a real browser: on the pages of a plan with nearly two years of follow-up."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

CURVES = ".grafica-viva .scatterlayer .trace"


@pytest.fixture
def opened(reading: Callable[..., Page], demo_site: Path) -> Callable[..., Page]:
    """Open a page of the invented plan's site."""
    return partial(reading, demo_site)


@pytest.fixture(scope="module")
def commitment(demo_site: Path) -> str:
    """The page of a commitment that has progress over time and a measured indicator."""
    pages = sorted(demo_site.glob("compromisos/*/index.html"))
    found = next(page for page in pages if 'data-figura="indicador-1"' in page.read_text("utf-8"))
    return found.parent.relative_to(demo_site).as_posix() + "/"


def enliven(page: Page) -> None:
    for figure in page.locator("figure.grafica").all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator(".grafica-viva .main-svg").first).to_be_visible()


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "dark")])
def test_progress_and_indicators_are_drawn_twice_and_told_in_words(
    commitment: str, width: int, scheme: str, opened: Callable[..., Page], alarms: list[str], axe: str
) -> None:
    page = opened(commitment, viewport={"width": width, "height": 800}, color_scheme=scheme)
    enliven(page)
    progress = page.locator('[data-figura="avance-en-el-tiempo"]')
    expect(progress.locator(CURVES)).to_have_count(3)
    assert "Avance real: " in progress.locator(".grafica-frase").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.evaluate(axe)
    found = page.evaluate("() => axe.run('figure.grafica').then(it => it.violations.map(rule => rule.id))")
    assert (found, alarms) == ([], [])


def test_grid_lines_are_as_faint_in_one_direction_as_in_the_other(commitment: str, opened: Callable[..., Page]) -> None:
    page = opened(commitment, color_scheme="dark")
    enliven(page)
    colour = "line => getComputedStyle(line).stroke"
    across = page.locator('[data-figura="avance-en-el-tiempo"] .ygrid').first.evaluate(colour)
    down = page.locator('[data-figura="avance-en-el-tiempo"] .xgrid').first.evaluate(colour)
    assert across == down


def test_without_javascript_the_drawing_and_the_table_of_records_are_there(
    commitment: str, opened: Callable[..., Page]
) -> None:
    page = opened(commitment, java_script_enabled=False)
    progress = page.locator('[data-figura="avance-en-el-tiempo"]')
    assert progress.locator("svg.grafica-dibujo--ancha .grafica-curva").count() >= 3
    progress.locator("summary").click()
    assert "commit" in progress.locator("table").inner_text()
    assert progress.locator("table").is_visible()


def test_the_plan_is_drawn_month_by_month_on_the_board(opened: Callable[..., Page], alarms: list[str]) -> None:
    page = opened("tablero/")
    enliven(page)
    expect(page.locator(f'[data-figura="avance-del-plan"] {CURVES}')).to_have_count(2)
    assert alarms == []
