"""The words of a drawn tree stay inside their boxes, in the font that the reader's browser really uses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

_OUTSIDE = """() => [...document.querySelectorAll('svg.arbol [data-nodo]')].flatMap(node => {
    const box = node.querySelector('.arbol-caja').getBBox();
    return [...node.querySelectorAll('text')].filter(text => {
        const words = text.getBBox();
        return words.x < box.x || words.y < box.y
            || words.x + words.width > box.x + box.width || words.y + words.height > box.y + box.height;
    }).map(text => text.textContent);
})"""


@pytest.mark.parametrize("theme", ["corrupcion", "desarrollo-rural", "educacion", "empleo", "salud", "seguridad"])
def test_no_word_leaves_its_box(theme: str, browser: Browser, real_site: Path, served: Callable[[Path], str]) -> None:
    with browser.new_context(base_url=served(real_site)) as context:
        page = context.new_page()
        page.goto(f"/3-arboles/{theme}/", wait_until="load")
        assert page.locator("svg.arbol [data-nodo]").count() > 0
        assert page.evaluate(_OUTSIDE) == []
