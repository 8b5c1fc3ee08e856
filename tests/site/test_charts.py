"""Charts as people meet them: drawn before any script, interactive where it helps, never in the way."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

PLACES = {"home": "", "commitments": "compromisos/", "tables": "4-mesas/"}
LIVE = ".grafica-viva .main-svg"
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
    " base-uri 'none'; form-action 'none'"
)


AXE = """() => axe.run('figure.grafica')
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))"""


@pytest.fixture
def opened(reading: Callable[..., Page], real_site: Path) -> Callable[..., Page]:
    """Open a page of the real site."""
    return partial(reading, real_site)


def fetched(asked: list[str]) -> set[str]:
    """The files of the charts among what was asked for."""
    return {url.rpartition("/")[2] for url in asked} & {"graficas.js", "graficas.css", "plotly.min.js"}


def enliven(page: Page) -> None:
    for figure in page.locator("figure.grafica").all():
        figure.scroll_into_view_if_needed()
        expect(figure.locator(LIVE).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("language", ["", "en/"], ids=["es", "en"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_without_javascript_each_chart_is_a_drawing_a_sentence_and_a_table(
    place: str, language: str, width: int, opened: Callable[..., Page], asked: list[str]
) -> None:
    viewport = {"width": width, "height": 800}
    page = opened(language + place, java_script_enabled=False, viewport=viewport)
    figures = page.locator("figure.grafica").all()
    assert figures
    for figure in figures:
        assert [svg.is_visible() for svg in figure.locator("svg.grafica-dibujo").all()] == [width > 600, width < 600]
        assert figure.locator(".grafica-frase").inner_text().strip()
        figure.locator("summary").click()
        assert figure.locator("table").is_visible()
    assert fetched(asked) == {"graficas.css"}


def test_a_page_without_charts_asks_for_nothing_of_theirs(opened: Callable[..., Page], asked: list[str]) -> None:
    opened("fuentes/").wait_for_load_state("networkidle")
    assert fetched(asked) == set()


def test_the_library_comes_only_when_the_reader_nears_a_chart(opened: Callable[..., Page], asked: list[str]) -> None:
    page = opened("compromisos/", viewport={"width": 1280, "height": 400})
    page.wait_for_load_state("networkidle")
    assert fetched(asked) == {"graficas.css", "graficas.js"}
    enliven(page)
    assert fetched(asked) == {"graficas.css", "graficas.js", "plotly.min.js"}
    assert [url for url in asked if url.endswith("plotly.min.js")] == [
        url for url in set(asked) if url.endswith("plotly.min.js")
    ]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_it_is_quiet_fits_and_keeps_the_drawing_for_who_listens(
    place: str, width: int, opened: Callable[..., Page], alarms: list[str]
) -> None:
    page = opened(f"en/{place}", viewport={"width": width, "height": 800}, reduced_motion="reduce")
    enliven(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for figure in page.locator("figure.grafica").all():
        shown = figure.locator("svg.grafica-dibujo").evaluate_all(
            "svgs => svgs.filter(svg => getComputedStyle(svg).display !== 'none').map(svg => svg.getAttribute('role'))"
        )
        assert shown == ["img"]
        assert figure.locator(".grafica-viva").get_attribute("aria-hidden") == "true"
    assert alarms == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_axe_finds_nothing_once_it_is_interactive(
    place: str, scheme: str, repository: Path, opened: Callable[..., Page]
) -> None:
    page = opened(place, color_scheme=scheme)
    enliven(page)
    page.evaluate((repository / "node_modules/axe-core/axe.min.js").read_text("utf-8"))
    assert page.evaluate(AXE) == []


def test_it_follows_the_scheme(opened: Callable[..., Page], alarms: list[str]) -> None:
    page = opened("4-mesas/", color_scheme="light")
    enliven(page)
    paint = "() => getComputedStyle(document.querySelector('.grafica-viva .bars path')).fill"
    words = "() => getComputedStyle(document.querySelector('.grafica-viva .ytick text')).fill"
    light = page.evaluate(paint), page.evaluate(words)
    page.locator("label[for=__palette_1]").click()
    page.wait_for_function(f"old => ({paint})() !== old", arg=light[0])
    dark = page.evaluate(paint), page.evaluate(words)
    assert dark[0] == "rgb(127, 209, 193)"
    assert light[1] != dark[1]
    page.locator("label[for=__palette_0]").click()
    page.wait_for_function(f"old => ({paint})() === old", arg=light[0])
    assert alarms == []


def test_names_move_above_the_bars_when_there_is_no_room_beside(opened: Callable[..., Page]) -> None:
    page = opened("4-mesas/", viewport={"width": 1280, "height": 800})
    enliven(page)
    assert page.locator(".grafica-viva .ytick").count() == 3
    page.set_viewport_size({"width": 400, "height": 800})
    expect(page.locator(".grafica-viva .ytick")).to_have_count(0)
    expect(page.locator(".grafica-viva .annotation")).to_have_count(3)


def test_the_only_button_saves_on_the_readers_machine_and_takes_no_focus(
    opened: Callable[..., Page], alarms: list[str]
) -> None:
    page = opened("4-mesas/")
    enliven(page)
    page.locator(".grafica-viva").hover()
    buttons = page.locator(".grafica-viva .modebar-btn")
    assert [button.get_attribute("data-title") for button in buttons.all()] == ["Guardar la gráfica como imagen"]
    assert page.locator(".grafica-viva a[href]").count() == 0
    assert buttons.get_attribute("tabindex") == "-1"
    with page.expect_download() as saved:
        buttons.click()
    assert saved.value.suggested_filename == "participacion-por-sector.svg"
    assert alarms == []


def test_paper_gets_the_drawing_and_the_table(opened: Callable[..., Page]) -> None:
    page = opened("4-mesas/")
    enliven(page)
    page.set_viewport_size({"width": 600, "height": 800})  # a sheet is no wider than that
    page.emulate_media(media="print")
    assert page.locator("svg.grafica-dibujo--ancha").bounding_box()["width"] > 400  # type: ignore[index]
    assert not page.locator(".grafica-viva").is_visible()
    assert page.locator(".grafica table").is_visible()


@pytest.mark.parametrize("fails", ["plotly.min.js", "graficas.js"])
def test_if_anything_fails_the_drawing_stays(fails: str, opened: Callable[..., Page]) -> None:
    page = opened("fuentes/")
    page.route(f"**/{fails}", lambda route: route.fulfill(body="throw new Error('broken')"))
    page.goto("/4-mesas/")
    page.locator("figure.grafica").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert page.locator("svg.grafica-dibujo--ancha").is_visible()
    assert page.locator(".grafica--viva").count() == 0


def test_forced_colours_keep_the_drawing(opened: Callable[..., Page], asked: list[str]) -> None:
    page = opened("4-mesas/", forced_colors="active")
    page.locator("figure.grafica").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert "plotly.min.js" not in fetched(asked)
    assert page.locator("svg.grafica-dibujo--ancha").is_visible()


def test_a_strict_content_security_policy_allows_it(opened: Callable[..., Page], alarms: list[str]) -> None:
    page = opened("4-mesas/")

    def bare(route: Route) -> None:
        """The chart alone: the theme has inline scripts of its own, which would speak here too."""
        (figure,) = re.findall(r"<figure class=\"grafica.*?</figure>", route.fetch().text(), re.DOTALL)
        head = '<!doctype html><html lang="es"><title>x</title><link rel="stylesheet" href="../assets/graficas.css">'
        script = '<script type="module" src="../assets/graficas.js"></script>'
        headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": POLICY}
        route.fulfill(body=f"{head}<body>{figure}{script}", headers=headers)

    page.route("**/4-mesas/", bare)
    page.goto("/4-mesas/")
    enliven(page)
    page.locator(".grafica-viva").hover()
    assert alarms == []


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("place", PLACES.values(), ids=PLACES)
def test_words_do_not_touch_in_the_fonts_of_a_real_browser(place: str, width: int, opened: Callable[..., Page]) -> None:
    page = opened(place, forced_colors="active", viewport={"width": width, "height": 800})
    for svg in page.locator("svg.grafica-dibujo:visible").all():
        touching = svg.evaluate(
            """svg => {
                const box = element => element.getBBox({stroke: false});
                const words = [...svg.querySelectorAll('text')];
                const meet = (a, b) => a.x < b.x + b.width && b.x < a.x + a.width
                    && a.y + a.height * .15 < b.y + b.height * .85 && b.y + b.height * .15 < a.y + a.height * .85;
                const wide = svg.viewBox.baseVal.width;
                return [
                    ...words.filter(word => box(word).x < 0 || box(word).x + box(word).width > wide),
                    ...words.filter(word => words.some(other => other !== word && meet(box(word), box(other)))),
                ].map(word => word.textContent);
            }"""
        )
        assert touching == []
