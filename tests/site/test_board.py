"""The board as people use it: chosen, ordered, shared, printed, and whole without a script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route, expect

BOARD = "/tablero/"
ROWS = "#tablero tbody tr"
A4 = 718
"""Px between the margins of a sheet."""


@pytest.fixture
def opened(reading: Callable[..., Page], demo_site: Path) -> Callable[..., Page]:
    """Open the site of the invented plan, at its board unless another page is said."""

    def opening(path: str = BOARD, **reader: Any) -> Page:
        return reading(demo_site, path, **reader)

    return opening


@pytest.fixture(scope="session")
def rows(demo_site: Path) -> list[list[str]]:
    """The fields of each row, by number of its commitment."""
    html = (demo_site / "tablero/index.html").read_text("utf-8")
    return [found.split("|") for found in re.findall(r'<tr data-f="([^"]*)">', html)]


def numbers(page: Page) -> list[int]:
    """The numbers of the commitments that are shown, in order."""
    return [int(text) for text in page.locator(f"{ROWS}:visible td:first-child").all_inner_texts()]


def ones(rows: list[list[str]], place: int, word: str) -> list[int]:
    """The numbers of those that answer to a facet with a word."""
    return [number for number, fields in enumerate(rows, 1) if word in fields[place].split(" ")]


FACETS = {"tema": 0, "institucion": 1, "organizacion": 2, "ods": 3, "estado": 4, "semaforo": 5}


def test_every_facet_leaves_exactly_what_answers_to_it_and_says_how_many(
    opened: Callable[..., Page], rows: list[list[str]], alarms: list[str]
) -> None:
    page = opened()
    for name, place in FACETS.items():
        field = page.locator(f"select[name={name}]")
        for word in {word for fields in rows for word in fields[place].split(" ") if word}:
            field.select_option(word)
            expected = ones(rows, place, word)
            assert numbers(page) == expected, (name, word)
            expect(page.locator("#tablero-filtros output")).to_have_text(f"Se muestran {len(expected)} de 13.")
        field.select_option("")
    assert numbers(page) == [*range(1, 14)]
    assert alarms == []


def test_facets_add_up_and_an_empty_board_says_so(opened: Callable[..., Page], rows: list[list[str]]) -> None:
    page = opened()
    page.locator("select[name=semaforo]").select_option("green")
    page.locator("select[name=estado]").select_option("completed")
    assert numbers(page) == sorted({*ones(rows, 5, "green")} & {*ones(rows, 4, "completed")})
    page.locator("select[name=semaforo]").select_option("red")
    assert numbers(page) == []
    expect(page.locator("#tablero-filtros output")).to_have_text("Se muestran 0 de 13.")


@pytest.mark.parametrize(("name", "place"), [("avance", 6), ("desviacion", 7), ("vencidas", 8)])
def test_rows_are_put_in_order_of_a_number_and_ties_keep_theirs(
    name: str, place: int, opened: Callable[..., Page], rows: list[list[str]]
) -> None:
    page = opened()
    page.locator("select[name=orden]").select_option(name)
    assert numbers(page) == sorted(range(1, 14), key=lambda number: int(rows[number - 1][place]))


@pytest.mark.parametrize("name", FACETS)
def test_rows_are_put_in_order_of_a_facet_as_it_is_offered_and_those_without_come_last(
    name: str, opened: Callable[..., Page], rows: list[list[str]]
) -> None:
    page = opened()
    offered = page.locator(f"select[name={name}] option").evaluate_all("all => all.map(option => option.value)")
    page.locator("select[name=orden]").select_option(name)
    firsts = [rows[number - 1][FACETS[name]].split(" ")[0] for number in numbers(page)]
    ranks = [offered.index(word) if word else len(offered) for word in firsts]
    assert ranks == sorted(ranks)


def test_the_address_keeps_what_is_chosen_for_who_reloads_shares_or_goes_back(
    opened: Callable[..., Page], rows: list[list[str]]
) -> None:
    page = opened()
    page.locator("select[name=semaforo]").select_option("green")
    page.locator("select[name=orden]").select_option("avance")
    chosen = numbers(page)
    expect(page).to_have_url(re.compile(r"/tablero/\?semaforo=green&orden=avance$"))
    page.reload(wait_until="load")
    assert numbers(page) == chosen
    assert numbers(opened(BOARD + "?orden=avance&semaforo=green")) == chosen
    page.go_back()
    expect(page.locator("select[name=orden]")).to_have_value("")
    assert numbers(page) == ones(rows, 5, "green")
    page.go_back()
    expect(page.locator("select[name=semaforo]")).to_have_value("")
    assert numbers(page) == [*range(1, 14)]
    page.go_forward()
    expect(page.locator("select[name=semaforo]")).to_have_value("green")


def test_an_address_that_asks_for_what_is_not_there_shows_everything(opened: Callable[..., Page]) -> None:
    page = opened(BOARD + "?tema=<script>&orden=nada&otro=1&semaforo=")
    assert numbers(page) == [*range(1, 14)]


def test_the_keyboard_alone_chooses_and_clears(opened: Callable[..., Page], rows: list[list[str]]) -> None:
    page = opened()
    page.locator("select[name=semaforo]").focus()
    page.keyboard.press("ArrowDown")
    green = ones(rows, 5, "green")
    expect(page.locator("#tablero-filtros output")).to_have_text(f"Se muestran {len(green)} de 13.")
    assert numbers(page) == green
    for _ in range(2):
        page.keyboard.press("Tab")
    expect(page.locator("#tablero-filtros [type=reset]")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#tablero-filtros output")).to_have_text("Se muestran 13 de 13.")
    assert numbers(page) == [*range(1, 14)]
    expect(page).to_have_url(re.compile("/tablero/$"))


def test_without_javascript_the_whole_board_is_there_and_no_control_that_does_nothing(
    opened: Callable[..., Page],
) -> None:
    page = opened(java_script_enabled=False)
    assert page.locator("#tablero-filtros").is_hidden()
    assert numbers(page) == [*range(1, 14)]


def cut_off(page: Page) -> list[str]:
    """What reaches beyond the sheet."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll('article *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
            .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


@pytest.mark.parametrize("language", ["", "/en"], ids=["es", "en"])
def test_a_sheet_of_paper_holds_the_board_whole(language: str, opened: Callable[..., Page]) -> None:
    page = opened(f"{language}{BOARD}?semaforo=green", viewport={"width": A4, "height": 1000}, color_scheme="dark")
    page.emulate_media(media="print")
    assert cut_off(page) == []
    assert page.locator("#tablero-filtros label:visible, #tablero-filtros button:visible").count() == 0
    assert page.locator("#tablero-filtros output").is_visible()
    assert page.locator(ROWS).first.evaluate("row => getComputedStyle(row).color") == "rgba(0, 0, 0, 0.87)"


def test_a_phone_scrolls_the_table_and_not_the_page(opened: Callable[..., Page], alarms: list[str]) -> None:
    page = opened(viewport={"width": 320, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    for select in page.locator("#tablero-filtros select").all():
        box = select.bounding_box()
        assert box
        assert box["x"] + box["width"] <= 320
        assert box["height"] >= 24
    assert alarms == []


@pytest.mark.parametrize("language", ["", "/en"], ids=["es", "en"])
def test_a_phone_is_told_that_the_table_scrolls_and_a_desk_where_it_does_not_is_spared(
    language: str, opened: Callable[..., Page]
) -> None:
    page = opened(f"{language}{BOARD}", viewport={"width": 320, "height": 800})
    frame = page.locator(".tablero-marco .desplazable")
    told = page.locator(".desliza")
    assert frame.evaluate("frame => frame.scrollWidth > frame.clientWidth")
    expect(told).to_have_text("The table scrolls sideways." if language else "La tabla se desliza hacia los lados.")
    assert told.is_visible()
    page.emulate_media(media="print")
    assert told.is_hidden()
    page.emulate_media(media="screen")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert frame.evaluate("frame => frame.scrollWidth === frame.clientWidth")
    assert told.is_hidden()


def test_a_phone_sees_the_bars_of_a_roadmap_without_scrolling(
    opened: Callable[..., Page], demo_site: Path, alarms: list[str]
) -> None:
    drawn = next(page for page in demo_site.glob("compromisos/*/index.html") if "ruta-barra" in page.read_text("utf-8"))
    page = opened(f"/compromisos/{drawn.parent.name}/", viewport={"width": 320, "height": 800})
    frame = page.locator(".ruta-marco")
    [seen] = [svg for svg in frame.locator("svg.ruta").all() if svg.is_visible()]
    bars = [bar.bounding_box() for bar in seen.locator(".ruta-barra").all()]
    assert bars
    assert [box for box in bars if not box or box["x"] < 16 or box["x"] + box["width"] > 304] == []
    assert frame.evaluate("frame => frame.scrollWidth === frame.clientWidth")
    page.set_viewport_size({"width": 1280, "height": 800})
    assert [svg.get_attribute("class") for svg in frame.locator("svg.ruta").all() if svg.is_visible()] == [
        "ruta ruta--ancha"
    ]
    page.set_viewport_size({"width": 600, "height": 800})  # a sheet is no wider than that
    page.emulate_media(media="print")
    assert frame.locator("svg.ruta--ancha").is_visible()
    assert alarms == []


def test_the_board_takes_the_room_of_the_menu_beside_it_and_a_phone_keeps_its_drawer(
    opened: Callable[..., Page],
) -> None:
    page = opened(viewport={"width": 1280, "height": 800})
    assert page.locator(".md-sidebar--primary").is_hidden()
    page.set_viewport_size({"width": 320, "height": 800})
    page.locator("header label[for='__drawer']").first.click()
    expect(page.locator(".md-nav--primary a", has_text="Compromisos").first).to_be_visible()


def test_with_colours_of_the_readers_own_both_marks_of_the_bar_stay(opened: Callable[..., Page]) -> None:
    page = opened(forced_colors="active", color_scheme="dark")
    paint = """element => { const style = getComputedStyle(element); return [style.fill, style.stroke]; }"""
    real = page.locator(".avance-real").first.evaluate(paint)[0]
    expected = page.locator(".avance-esperado").first.evaluate(paint)[1]
    paper = page.locator(".avance").first.evaluate("element => getComputedStyle(element).backgroundColor")
    assert len({real, expected, paper}) == 3
    mark = page.locator(".luz--red").first.evaluate("element => getComputedStyle(element, '::before').content")
    assert mark == '"■ "'


def long_board(demo_site: Path) -> Callable[[Route], None]:
    """Answer with a board of many rows: those that there are, over and over."""
    html = (demo_site / "tablero/index.html").read_text("utf-8")
    head, start, rest = html.partition("<tbody>\n<tr data-f=")
    body, end, foot = rest.partition("</tbody>")
    many = (start.removeprefix("<tbody>\n") + body) * 20
    many = f"{head.replace('datos tablero', 'datos tablero tablero--largo')}<tbody>\n{many}{end}{foot}"
    return lambda route: route.fulfill(body=many, content_type="text/html; charset=utf-8")


def test_a_long_board_is_laid_out_where_it_is_seen_and_is_still_a_table(
    browser: Browser, demo_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_context(base_url=served(demo_site), viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        page.route("**/tablero/*", long_board(demo_site))
        page.route("**/tablero/", long_board(demo_site))
        page.goto(BOARD, wait_until="load")
        assert page.locator(ROWS).count() == 260
        assert page.get_by_role("table").first.get_by_role("row").count() == 261
        assert page.get_by_role("columnheader", name="Semáforo").first.is_visible()
        assert page.locator(ROWS).last.evaluate("row => getComputedStyle(row).contentVisibility") == "auto"
        page.locator("select[name=orden]").select_option("avance")
        expect(page.locator(ROWS)).to_have_count(260)
        reals = page.locator(ROWS).evaluate_all("all => all.map(row => +row.dataset.f.split('|')[6])")
        assert reals == sorted(reals)
        assert page.evaluate("document.documentElement.scrollWidth") == 1280
        page.emulate_media(media="print")
        assert page.locator(ROWS).last.evaluate("row => getComputedStyle(row).display") == "table-row"


@pytest.mark.parametrize("language", ["", "en/"], ids=["es", "en"])
def test_the_board_of_the_real_plan_is_light(language: str, real_site: Path) -> None:
    assert (real_site / language / "tablero/index.html").stat().st_size < 150_000
