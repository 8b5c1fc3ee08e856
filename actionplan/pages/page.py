"""A page of the site before and after its prose is rendered."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from actionplan.documents.body import slug
from actionplan.model.common import DocumentPart
from actionplan.model.plan import Entry


@dataclass(frozen=True, eq=False)
class Page:
    """What a page needs to be rendered.

    Attributes:
        address: Its place on the site, ``compromisos/01-gasto-abierto/index.md``.
        title: For its heading, the browser and the menus.
        summary: One sentence for search engines; may be empty.
        template: The name of its template.
        entry: The document whose prose it shows, if it shows one.
        context: What its template needs besides.
        names: Ids and codes by which people look for it.
        in_menu: Whether the menu names it; large collections are listed by their index instead.
        guide: The Markdown of a guide, which is the program's own; empty on every other page.
        wide: Whether it needs the room that the menu at its side would take.
    """

    address: str
    title: str
    summary: str
    template: str
    entry: Entry[DocumentPart] | None = None
    context: Mapping[str, object] = field(default_factory=dict)
    in_menu: bool = False
    names: tuple[str, ...] = ()
    guide: str = ""
    wide: bool = False

    @property
    def source(self) -> str:
        """The file that a reader would edit, empty if the page is made from many."""
        return self.entry.path if self.entry else ""

    @property
    def prose(self) -> str:
        """The Markdown that people wrote."""
        return self.entry.document.body.text if self.entry else self.guide

    @property
    def anchors(self) -> dict[str, str]:
        """What the headings of the prose are called in addresses, by the slug of their title."""
        headings = self.entry.document.body.headings if self.entry else ()
        return {slug(heading.title): heading.slug for heading in headings}


class Anchor(NamedTuple):
    """A heading of a rendered page."""

    level: int
    id: str
    title: str


_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_SECOND_LEVEL = re.compile(r'(?=<h2[^>]* id="([^"]+)")')
_ID = re.compile(r'\sid="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<sup.*?</sup>|<span class=\"certeza.*?</span>", re.DOTALL)


def anchors(html: str) -> tuple[Anchor, ...]:
    """The headings of a page, for its table of contents."""
    return tuple(
        Anchor(int(level), unescape(anchor), unescape(_TAG.sub("", _HIDDEN.sub("", title))).strip())
        for level, anchor, title in _HEADING.findall(html)
    )


def anchor_ids(html: str) -> frozenset[str]:
    """Every id that a link may lead to."""
    return frozenset(unescape(found) for found in _ID.findall(html))


def sections(html: str) -> dict[str, str]:
    """Rendered prose cut at its second-level headings; what comes before the first is under ``""``."""
    parts = _SECOND_LEVEL.split(html)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
