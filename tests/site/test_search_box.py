"""The reader's own search: words with or without accents, ids, acronyms; nothing leaves the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("educacion", "Compromiso 3."),
        ("educación", "Compromiso 3."),
        ("MX0075", "Compromiso 1."),
        ("c01", "Compromiso 1."),
        ("IMCO", "Instituto Mexicano para la Competitividad"),
    ],
)
def test_what_people_type_finds_what_they_mean(
    words: str, first: str, browser: Browser, real_site: Path, served: Callable[[Path], str]
) -> None:
    address = served(real_site)
    with browser.new_context(base_url=address, viewport={"width": 1280, "height": 800}) as context:
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto("/", wait_until="networkidle")
        assert [url for url in asked if "search" in url] == []  # it comes when it is wanted
        page.locator(".md-search__input").click()
        page.keyboard.type(words)
        page.locator(".md-search-result__item h1", has_text=first).first.wait_for(timeout=60_000)
        assert [url for url in asked if not url.startswith(address)] == []
