"""Kinds of page, and a page of the site before and after its prose is rendered."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from actionplan.documents import slug
from actionplan.model import CommitmentFile, DocumentPart, Entry

if TYPE_CHECKING:
    from actionplan.pages.site import Site

_SECOND_LEVEL = re.compile(r'(?=<h2[^>]* id="([^"]+)")')

TOP = ""
"""The place in the menu of a page that stands in no group."""


class SiteFile(NamedTuple):
    """Hold a finished file of the site that is no page.

    Attributes:
        address: Where it stands.
        content: What it holds; empty if it is copied.
        path: The file of the repository that it is a copy of; empty if the site makes it.
    """

    address: str
    content: str | bytes = ""
    path: str = ""


def _only_page(kind: PageKind, site: Site) -> Iterable[SitePage]:
    yield kind.page(site)


def _no_context(_site: Site, _page: SitePage) -> Mapping[str, object]:
    return {}


@dataclass(frozen=True, eq=False)
class PageKind:
    """Describe a kind of page; what the site knows of it, its menu and reserved names included, is told here.

    Attributes:
        name: What templates call it: ``to("board")``.
        address: Of its page, or of each by its id: ``organizaciones/{id}.md``; empty if documents give it.
        title: Of its page and in the menu, in Spanish; empty if each page has its own.
        summary: Of its page, for search engines, in Spanish.
        menu: The group in which the menu names it, or ``TOP``; None if there may be hundreds of its kind.
        wide: Whether it needs the room that the menu at its side would take.
        template: Its template; by default, its name.
        pages: Makes the pages; by default, the one at its address.
        context: What the template needs besides what every page has; asked for when a page is rendered.
        files: What makes each file to download of a page, by the address of the file.
    """

    name: str
    address: str = ""
    title: str = ""
    summary: str = ""
    menu: str | None = None
    wide: bool = False
    template: str = ""
    pages: Callable[[PageKind, Site], Iterable[SitePage]] = _only_page
    context: Callable[[Site, SitePage], Mapping[str, object]] = _no_context
    files: Mapping[str, Callable[[Site, SitePage], str | bytes]] = field(default_factory=dict)

    def at(self, name: str | int = "") -> str:
        """Return the address of the page with an id."""
        return self.address.format(id=name)

    def page(self, site: Site, name: str = "", title: str = "", summary: str = "") -> SitePage:
        """Return a page that no document makes."""
        translate = site.locale.translate
        return SitePage(self, self.at(name), title or translate(self.title), summary or translate(self.summary), name)


@dataclass(frozen=True, eq=False)
class SitePage:
    """Hold what a page needs to be rendered.

    Attributes:
        kind: What kind of page it is.
        address: Its place on the site, ``compromisos/01-gasto-abierto/index.md``.
        title: For its heading, the browser and the menus.
        summary: One sentence for search engines; may be empty.
        name: The id of what it is about, among the pages of its kind.
        entry: The document whose prose it shows, if it shows one.
        commitment_file: The commitment that it is about, if it is about one.
        search_names: Ids and codes by which people look for it.
        guide: The Markdown of a guide, which is the program's own; empty on every other page.
    """

    kind: PageKind
    address: str
    title: str
    summary: str
    name: str = ""
    entry: Entry[DocumentPart] | None = None
    commitment_file: CommitmentFile | None = None
    search_names: tuple[str, ...] = ()
    guide: str = ""

    @property
    def in_menu(self) -> bool:
        """Return whether the menu names it: of what documents make, only the indexes of folders."""
        return self.kind.menu is not None and (self.entry is None or self.address.endswith("index.md"))

    @property
    def files(self) -> tuple[str, ...]:
        """Return the addresses of its files to download."""
        return tuple(address.format(id=self.name) for address in self.kind.files)

    @property
    def source(self) -> str:
        """Return the file that a reader would edit, empty if the page is made from many."""
        return self.entry.path if self.entry else ""

    @property
    def prose(self) -> str:
        """Return the Markdown that people wrote."""
        return self.entry.document.body.text if self.entry else self.guide

    @property
    def anchors(self) -> dict[str, str]:
        """Return what the headings of the prose are called in addresses, by the slug of their title."""
        headings = self.entry.document.body.headings if self.entry else ()
        return {slug(heading.title): heading.slug for heading in headings}


def sections(html: str) -> dict[str, str]:
    """Return rendered prose cut at its second-level headings; what comes before the first is under ``""``."""
    parts = _SECOND_LEVEL.split(html)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}
