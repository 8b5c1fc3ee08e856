"""Which pages of the site a proposal changes."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from actionplan.language.messages import msg
from actionplan.pages.page import SitePage
from actionplan.pages.site import Site


class Fate(Enum):
    """Hold what becomes of a page; the value is the word for it."""

    ADDED = msg("Nueva")
    CHANGED = msg("Cambia")
    REMOVED = msg("Desaparece")


class PageChange(NamedTuple):
    """Represent a page that a proposal adds, changes or takes away; ``address`` as in ``pages.addresses``."""

    fate: Fate
    title: str
    address: str


def pages_changed(base: Site, head: Site) -> tuple[PageChange, ...]:
    """Return the pages whose content differs, in the order of the site, those that go last.

    The public log is left out: it tells of commits, and a proposal has none in it yet.
    """
    before, after = (
        {at: page for at, page in site.pages.items() if page.kind.template != "log"} for site in (base, head)
    )
    changed = [
        PageChange(Fate.CHANGED if at in before else Fate.ADDED, page.title, at)
        for at, page in after.items()
        if at not in before or _content(base, before[at]) != _content(head, page)
    ]
    gone = (PageChange(Fate.REMOVED, page.title, at) for at, page in before.items() if at not in after)
    return (*changed, *gone)


def _content(site: Site, page: SitePage) -> tuple[str, ...]:
    """Return all that a reader meets on a page: what people wrote, and what is made from the data around it."""
    return page.title, page.prose, site.render(page, "")
