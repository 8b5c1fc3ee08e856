"""Cards and badges as other sites show them."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

CARD = "/tarjetas/c0004/"
COMMITMENT = "/compromisos/0004-reglas-claras-para-la-calidad-del-agua/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "/en"], ids=["es", "en"])
def test_a_card_fits_every_frame_in_the_readers_colours(
    language: str,
    scheme: Literal["light", "dark"],
    browser: Browser,
    demo_site: Path,
    served: Callable[[Path], str],
) -> None:
    alarms: list[str] = []
    with browser.new_context(base_url=served(demo_site), color_scheme=scheme) as context:
        page = context.new_page()
        page.route("**/favicon.ico", lambda route: route.fulfill(status=204))
        page.on("console", lambda message: alarms.append(message.text))
        page.on("request", lambda asked: alarms.append(asked.url) if not asked.url.endswith((CARD, "ico")) else None)
        page.goto(f"{language}{CARD}", wait_until="load")
        for width in (240, 320, 600):
            page.set_viewport_size({"width": width, "height": 460})
            assert page.evaluate("document.documentElement.scrollWidth") == width
        paper = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 25, 26)"}[scheme]
    assert alarms == []


def test_the_code_of_the_page_shows_the_card_whose_link_leaves_the_frame(
    browser: Browser, demo_site: Path, served: Callable[[Path], str]
) -> None:
    address = served(demo_site)
    html = (demo_site / COMMITMENT.strip("/") / "index.html").read_text("utf-8")
    codes = [unescape(found) for found in re.findall(r"<pre><code>(.*?)</code></pre>", html, re.DOTALL)]
    assert len(codes) == 2
    host = "".join(code.replace("https://DIRECCION-DEL-SITIO", address) for code in codes)
    with browser.new_context(base_url=address) as context:
        page = context.new_page()
        page.route("**/host", lambda route: route.fulfill(body=f"<!doctype html>{host}", content_type="text/html"))
        page.goto("/host", wait_until="load")
        assert page.locator("img").evaluate("img => img.naturalHeight") == 24
        frame = page.frame_locator("iframe")
        assert frame.locator("h1").inner_text().startswith("Compromiso 4.")
        frame.locator("h1 a").click()
        page.wait_for_url(f"**{COMMITMENT}")
        page.goto("/host", wait_until="load")
        page.locator("a:has(img)").click()
        page.wait_for_url(f"**{COMMITMENT}")


def test_cards_and_badges_stay_out_of_the_search_and_the_map_of_the_site(demo_site: Path) -> None:
    for name in ("search/search_index.json", "sitemap.xml"):
        text = (demo_site / name).read_text("utf-8")
        assert "tarjetas/" not in text
        assert "insignias/" not in text


def test_every_commitment_has_both_in_both_languages(demo_site: Path) -> None:
    for site in (demo_site, demo_site / "en"):
        assert len([*site.glob("tarjetas/*/index.html")]) == 13
        assert len([*site.glob("insignias/*.svg")]) == 13
