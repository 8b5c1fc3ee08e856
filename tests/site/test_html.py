"""Every page of the built site, read as a machine reads it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

_ADDRESSES = ("href", "src", "srcset", "data", "action", "poster", "xlink:href", "content")
_LOADS = frozenset({"script", "img", "link", "iframe", "object", "embed", "video", "audio", "source", "form", "use"})


class Page(HTMLParser):
    """What a page holds that others may refer to, and what it refers to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.titles: list[str] = []
        self._in_title = False
        self._in_svg = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        self._in_svg += tag == "svg"
        self._in_title = tag == "title" and not self._in_svg
        if self._in_title:
            self.titles.append("")

    def handle_endtag(self, tag: str) -> None:
        self._in_svg -= tag == "svg"
        self._in_title = False

    def handle_data(self, data: str) -> None:
        if self._in_title:
            self.titles[-1] += data

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    def links(self) -> Iterator[tuple[str, str]]:
        for tag, attributes in self.tags:
            for name in _ADDRESSES:
                if name in attributes and not (name == "content" and attributes.get("http-equiv") != "refresh"):
                    yield tag, attributes[name].strip()


@cache
def pages(site: Path) -> dict[str, Page]:
    """Every page by its address from the root of the site."""
    return {path.relative_to(site).as_posix(): Page(path.read_text("utf-8")) for path in site.rglob("*.html")}


@pytest.fixture(params=["real_site", "whole_site"])
def site(request: pytest.FixtureRequest) -> Path:
    folder: Path = request.getfixturevalue(request.param)
    assert {"index.html", "en/index.html", "404.html", "compromisos/index.html"} <= pages(folder).keys()
    return folder


def broken_links(site: Path) -> Iterator[str]:
    """Every link, asset or fragment that leads nowhere within the site."""
    here = pages(site)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    names = {address: {*page.ids, "", "__top"} for address, page in here.items()}
    for address, page in here.items():
        for _, link in page.links():
            parts = urlsplit(urljoin(f"http://site/{address}", link))
            if parts.netloc != "site":
                continue
            path = unquote(parts.path).removeprefix("/")
            target = f"{path}index.html" if not path or path.endswith("/") else path
            target = target if target in files else f"{target}/index.html"
            if target not in files:
                yield f"{address}: {link}: no such page or file"
            elif target in names and unquote(parts.fragment) not in names[target]:
                yield f"{address}: {link}: no such place on the page"


def test_every_link_asset_and_fragment_leads_somewhere(site: Path) -> None:
    assert list(broken_links(site)) == []


def test_the_checker_of_links_is_no_blank_cheque(tmp_path: Path) -> None:
    (tmp_path / "a b").mkdir()
    (tmp_path / "a b" / "index.html").write_text('<a id="x" href="../#y"></a><img src="no.png">')
    (tmp_path / "index.html").write_text('<a href="a%20b/#x"></a><a href="a%20b"></a><a href="#z"></a>')
    assert sorted(broken_links(tmp_path)) == [
        "a b/index.html: ../#y: no such place on the page",
        "a b/index.html: no.png: no such page or file",
        "index.html: #z: no such place on the page",
    ]


def test_nothing_is_loaded_from_elsewhere(site: Path) -> None:
    outside = {
        f"{address}: <{tag}> {link}"
        for address, page in pages(site).items()
        for tag, link in page.links()
        if urlsplit(link).scheme not in ("", "data") or urlsplit(link).netloc
        if tag in _LOADS or urlsplit(link).scheme not in ("http", "https")
    }
    assert outside == set()


def test_style_sheets_load_nothing_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.css"):
        for address in re.findall(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", path.read_text("utf-8")):
            assert not re.match(r"(?:https?:)?//", "".join(address)), path


def test_only_links_that_people_choose_to_follow_lead_out(site: Path) -> None:
    for address, page in pages(site).items():
        for tag, link in page.links():
            if urlsplit(link).netloc:
                assert tag == "a", f"{address}: {link}"


def test_no_element_carries_code_or_style_of_its_own(site: Path) -> None:
    for address, page in pages(site).items():
        for tag, attributes in page.tags:
            assert not [name for name in attributes if name.startswith("on")], f"{address}: <{tag}>"
            assert "style" not in attributes, f"{address}: <{tag} style={attributes.get('style')!r}>"
            assert tag not in ("iframe", "object", "embed", "base"), f"{address}: <{tag}>"


def test_no_page_but_the_themes_own_scripts(site: Path) -> None:
    """Scripts in the page are the theme's, so they are the same few on every page of a folder's depth."""
    scripts = {
        re.sub(r'new URL\("[^"]*"', "", body)
        for path in site.rglob("*.html")
        for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", path.read_text("utf-8"), re.DOTALL)
        if "application/json" not in attributes
    }
    assert len(scripts) <= 6


@pytest.mark.parametrize("language", ["es", "en"])
def test_every_page_has_one_heading_a_title_its_language_and_no_id_twice(site: Path, language: str) -> None:
    for address, page in pages(site).items():
        if address.startswith("en/") is not (language == "en"):
            continue
        tags = [tag for tag, _ in page.tags]
        assert tags.count("h1") == 1, address
        assert [title.strip() for title in page.titles if title.strip()] != [], address
        assert dict(page.tags)["html"]["lang"] == language, address
        twice = {name for name in page.ids if page.ids.count(name) > 1}
        assert not twice, f"{address}: {twice}"


def test_titles_tell_pages_apart(real_site: Path) -> None:
    for english in (True, False):
        titles = [
            page.titles[0].strip()
            for address, page in pages(real_site).items()
            if address.startswith("en/") is english and not address.endswith("404.html")
        ]
        twice = {title for title in titles if titles.count(title) > 1}
        assert twice == set()


def test_both_languages_have_the_same_pages(site: Path) -> None:
    spanish = {address for address in pages(site) if not address.startswith("en/")}
    english = {address.removeprefix("en/") for address in pages(site) if address.startswith("en/")}
    assert spanish == english


def test_settings_and_documents_are_not_published_as_files(site: Path) -> None:
    for ending in ("*.yml", "*.yaml", "*.md", "*.py"):
        assert list(site.rglob(ending)) == []


def test_evidence_is_published_under_its_own_name(whole_site: Path) -> None:
    copy = whole_site / "compromisos/01-agua/evidencias/acta firmada.pdf"
    assert copy.read_bytes() == b"%PDF-1.4\n"
