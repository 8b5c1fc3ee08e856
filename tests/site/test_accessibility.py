"""No page breaks WCAG 2.2 at level A or AA, nor what axe holds to be good practice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser

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
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ASK = """rules => axe.run(document, {runOnly: {type: 'tag', values: rules}})
    .then(result => result.violations.flatMap(rule => rule.nodes.map(node => `${rule.id}: ${node.html}`)))"""


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    return (repository / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["", "en/"], ids=["es", "en"])
@pytest.mark.parametrize("address", PAGES.values(), ids=PAGES)
def test_axe_finds_nothing(
    address: str,
    language: str,
    scheme: Literal["light", "dark"],
    axe: str,
    browser: Browser,
    real_site: Path,
    served: Callable[[Path], str],
) -> None:
    with browser.new_context(base_url=served(real_site), color_scheme=scheme) as context:
        page = context.new_page()
        page.goto(f"/{language}{address}", wait_until="load")
        page.evaluate(axe)
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 800})
            assert page.evaluate(_ASK, _RULES) == [], f"{width} px"
