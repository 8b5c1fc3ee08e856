"""The site as people meet it: light or dark, wide or narrow, without a mouse, without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page, expect

KINDS = {
    "home": "",
    "phase": "1-consulta/",
    "commitment": "compromisos/01-gasto-abierto/",
    "roadmap": "compromisos/01-gasto-abierto/hoja-de-ruta/",
    "theme": "3-arboles/empleo/",
    "organisations": "organizaciones/",
    "organisation": "organizaciones/sfp/",
    "sources": "fuentes/",
    "source": "fuentes/plan_2019/",
    "unknown": "que-no-se-sabe/",
    "prose": "6-seguimiento/lecciones/",
    "commitments": "compromisos/",
    "translation": "traduccion/",
    "lost": "404.html",
}
WIDTHS = (1280, 320)


@pytest.fixture
def alarms() -> list[str]:
    return []


@pytest.fixture
def tab(browser: Browser, real_site: Path, served: Callable[[Path], str], alarms: list[str]) -> Iterator[Page]:
    """A tab on the real site that notes errors, failures and requests to others."""
    address = served(real_site)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.on("console", lambda message: alarms.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: alarms.append(str(error)))
        page.on("requestfailed", lambda request: alarms.append(f"failed: {request.url}"))
        page.on("response", lambda answer: alarms.append(answer.url) if answer.status >= 400 else None)
        page.on("request", lambda asked: None if asked.url.startswith(address) else alarms.append(asked.url))
        yield page


def overflow(page: Page) -> list[str]:
    """What is wider than the page, if the page scrolls sideways."""
    found: list[str] = page.evaluate(
        """() => document.documentElement.scrollWidth <= innerWidth ? [] :
            [...document.querySelectorAll('body *')]
            .filter(element => element.getBoundingClientRect().right > innerWidth + 1)
            .map(element => element.outerHTML.slice(0, 120))"""
    )
    return found


@pytest.mark.parametrize("language", ["", "en/"], ids=["es", "en"])
@pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
def test_a_page_is_quiet_and_fits_every_screen(address: str, language: str, tab: Page, alarms: list[str]) -> None:
    tab.goto(f"/{language}{address}", wait_until="load")
    for scheme in ("default", "slate"):
        if scheme == "slate":
            tab.set_viewport_size({"width": WIDTHS[0], "height": 800})
            tab.locator("label[for=__palette_1]").click()
        expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", scheme)
        for width in WIDTHS:
            tab.set_viewport_size({"width": width, "height": 800})
            assert tab.locator("h1").first.is_visible()
            assert overflow(tab) == [], f"{scheme}, {width} px"
    assert alarms == []


@pytest.mark.parametrize(("scheme", "name"), [("light", "default"), ("dark", "slate")])
def test_the_site_begins_light_or_dark_as_the_reader_prefers(
    scheme: Literal["light", "dark"], name: str, tab: Page, alarms: list[str]
) -> None:
    tab.emulate_media(color_scheme=scheme)
    tab.goto("/", wait_until="load")
    expect(tab.locator("body")).to_have_attribute("data-md-color-scheme", name)
    assert alarms == []


@pytest.mark.parametrize("address", ["4-mesas/mesa-01/", "sesiones/2019-08-01/", "compromisos/01-agua/"])
def test_kinds_that_the_real_plan_lacks_fit_too(
    address: str, browser: Browser, whole_site: Path, served: Callable[[Path], str]
) -> None:
    with browser.new_context(base_url=served(whole_site), viewport={"width": 320, "height": 800}) as context:
        page = context.new_page()
        page.goto(f"/{address}", wait_until="load")
        assert overflow(page) == []


def test_the_menu_of_languages_opens_inwards(tab: Page) -> None:
    tab.set_viewport_size({"width": 640, "height": 800})
    tab.goto("/", wait_until="load")
    tab.locator(".md-select button").hover()
    expect(tab.get_by_role("link", name="English")).to_be_visible()
    assert tab.evaluate("document.documentElement.scrollWidth") == 640


def test_a_lost_address_gets_the_sites_own_page(tab: Page) -> None:
    answer = tab.goto("/no/existe/", wait_until="load")
    assert answer is not None
    assert answer.status == 404
    expect(tab.locator("h1")).to_have_text("Esta página no existe")
    tab.get_by_role("article").get_by_role("link", name="Tablero").click()
    expect(tab).not_to_have_url(re.compile("/no/existe"))
    expect(tab.locator("h1").first).to_be_visible()


@pytest.fixture
def plain_tab(browser: Browser, real_site: Path, served: Callable[[Path], str]) -> Iterator[Page]:
    with browser.new_context(base_url=served(real_site), java_script_enabled=False) as context:
        yield context.new_page()


def test_without_javascript_home_and_menu_can_be_read(plain_tab: Page) -> None:
    plain_tab.goto("/")
    assert plain_tab.locator("article h1").is_visible()
    assert plain_tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert plain_tab.locator("article a[href^='compromisos/01']").first.is_visible()
    for words in ("Compromisos", "Cómo se hizo", "Organizaciones", "De dónde sale"):
        assert plain_tab.locator("nav a", has_text=words).first.is_visible(), words


def test_without_javascript_a_tree_is_a_list_of_causes_and_effects(plain_tab: Page) -> None:
    plain_tab.goto("/3-arboles/empleo/")
    nodes = plain_tab.locator("li[id^='nodo-']")
    assert nodes.count() > 0
    for index in range(nodes.count()):
        assert nodes.nth(index).is_visible()


def test_without_javascript_a_phone_can_open_the_menu(plain_tab: Page) -> None:
    plain_tab.set_viewport_size({"width": 320, "height": 800})
    plain_tab.goto("/compromisos/01-gasto-abierto/")
    assert plain_tab.locator("article h2").first.is_visible()
    plain_tab.locator("header label[for='__drawer']").first.click()
    plain_tab.locator(".md-nav--primary a", has_text="Organizaciones").first.click()
    expect(plain_tab).to_have_url(re.compile("/organizaciones/$"))


WALK = """() => {
    const look = element => {
        const style = getComputedStyle(element);
        return [style.outlineStyle, style.outlineWidth, style.outlineColor, style.boxShadow, style.borderColor,
            style.backgroundColor, style.color, style.stroke, style.textDecorationLine].join('|');
    };
    window.__walk ??= [];
    const element = document.activeElement;
    if (element === document.body) return false;
    window.__walk.push({element, focused: look(element), outline: getComputedStyle(element).outlineStyle});
    window.__look = look;
    return true;
}"""
WALKED = """() => {
    document.activeElement.blur();
    return window.__walk.map(({element, focused}) => {
        const box = element.getBoundingClientRect();
        return {
            name: element.className.baseVal ?? element.className, tag: element.localName,
            text: (element.innerText ?? element.textContent).trim().slice(0, 60),
            href: element.getAttribute('href') ?? '', inside: !!element.closest('article'),
            visible: focused !== window.__look(element), size: box.width * box.height,
        };
    });
}"""


def walked(page: Page, steps: int) -> list[dict[str, Any]]:
    """What the Tab key reaches, in order, and whether focus could be seen there."""
    page.wait_for_timeout(300)  # transitions of colour are over
    for _ in range(steps):
        page.keyboard.press("Tab")
        if not page.evaluate(WALK):
            break
    page.wait_for_timeout(300)
    found: list[dict[str, Any]] = page.evaluate(WALKED)
    return found


@pytest.mark.parametrize("address", ["", "3-arboles/empleo/"], ids=["home", "theme"])
def test_the_tab_key_reaches_everything_and_shows_where_it_is(address: str, tab: Page) -> None:
    tab.emulate_media(reduced_motion="reduce")
    tab.goto(f"/{address}", wait_until="load")
    steps = walked(tab, 400)
    assert "md-skip" in steps[0]["name"]
    reached = {step["href"] for step in steps if step["inside"]}
    links = tab.locator("article a[href]:visible").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    assert set(links) <= reached
    unseen = [step for step in steps if not step["visible"]]
    assert unseen == []


def test_the_skip_link_skips(tab: Page) -> None:
    tab.goto("/compromisos/01-gasto-abierto/", wait_until="load")
    tab.keyboard.press("Tab")
    skip = tab.locator(".md-skip")
    expect(skip).to_be_focused()
    target = skip.get_attribute("href")
    tab.keyboard.press("Enter")
    expect(tab).to_have_url(re.compile(f"{re.escape(str(target))}$"))
    tab.keyboard.press("Tab")
    expect(tab.locator("article :focus")).to_have_count(1)


def test_a_reader_changes_language_and_stays_on_the_page(tab: Page) -> None:
    tab.goto("/compromisos/01-gasto-abierto/", wait_until="load")
    address = tab.locator("a[hreflang=en]").first.get_attribute("href")
    tab.goto(f"/compromisos/01-gasto-abierto/{address}", wait_until="load")
    assert tab.url.endswith("/en/compromisos/01-gasto-abierto/")
    assert tab.locator("html").get_attribute("lang") == "en"
