"""No page breaks WCAG 2.2 at level A or AA, nor what axe holds to be good practice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from corpora import sampled
from playwright.sync_api import Browser

COMMITMENT = "compromisos/0004-reglas-claras-para-la-calidad-del-agua/"
PAGES = {
    "home": "",
    "phase": "4-mesas/",
    "commitment": "compromisos/05-inclusion-laboral/",
    "roadmap": "compromisos/09-fideicomisos/hoja-de-ruta/",
    "theme": "3-arboles/empleo/",
    "commitments": "compromisos/",
    "organisation": "organizaciones/nosc/",
    "sources": "fuentes/",
    "source": "fuentes/plan_2019/",
    "unknown": "que-no-se-sabe/",
    "prose": "6-seguimiento/mri/",
    "translation": "traduccion/",
    "log": "cambios/",
    "board": "tablero/",
    "calculations": "como-se-calcula/",
    "guides": "guias/",
    "guide": "guias/colideres/",
    "lost": "404.html",
}
FOLLOWED = {"board": "tablero/", "card": "tarjetas/c0004/", "commitment": COMMITMENT}
# What is dark differs in its colours alone, whatever the language, so the rest is asked once.
_RULES = {
    "light": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]},
    "dark": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
LOOKS = {("", "light"): "es", ("en/", "light"): "en", ("", "dark"): "es-dark"}
ALL = {f"{name}-{look}": (page, *how) for name, page in PAGES.items() for how, look in LOOKS.items()}
SOME = dict(sampled(ALL.items(), 27))
_ASK = """rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))"""


def found_by_axe(
    axe: str, browser: Browser, site: str, address: str, scheme: Literal["light", "dark"]
) -> list[tuple[int, str]]:
    """What axe finds on a page, wide and narrow, each with the width."""
    found = []
    with browser.new_context(base_url=site, color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(address, wait_until="load")
        page.evaluate(axe)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            found += [(width, node) for node in page.evaluate(_ASK, _RULES[scheme])]
    return found


@pytest.mark.parametrize(("address", "language", "scheme"), SOME.values(), ids=SOME)
def test_axe_finds_nothing(
    address: str,
    language: str,
    scheme: Literal["light", "dark"],
    axe: str,
    browser: Browser,
    real_site: Path,
    served: Callable[[Path], str],
) -> None:
    assert found_by_axe(axe, browser, served(real_site), f"/{language}{address}", scheme) == []


@pytest.mark.parametrize(("language", "scheme"), LOOKS, ids=LOOKS.values())
@pytest.mark.parametrize("address", FOLLOWED.values(), ids=FOLLOWED)
def test_axe_finds_nothing_where_there_are_records(
    address: str,
    language: str,
    scheme: Literal["light", "dark"],
    axe: str,
    browser: Browser,
    demo_site: Path,
    served: Callable[[Path], str],
) -> None:
    assert found_by_axe(axe, browser, served(demo_site), f"/{language}{address}", scheme) == []
