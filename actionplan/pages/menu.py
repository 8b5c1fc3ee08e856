"""The menu of the site; what may grow by the hundred is reached through an index instead."""

from __future__ import annotations

from actionplan.language.messages import msg
from actionplan.pages import addresses
from actionplan.pages.site import Site
from actionplan.pages.titles import COMMITMENTS, ORGANISATIONS, SOURCES, UNKNOWN

Menu = list[dict[str, "str | Menu"]]

_HOME = msg("Portada")
_PROCESS = msg("Cómo se hizo")
_EVIDENCE = msg("De dónde sale")


def menu(site: Site) -> Menu:
    """Titles and addresses, nested as they are shown."""
    translate = site.locale.translate
    process: Menu = [
        {page.title: page.address}
        for page in site.pages.values()
        if page.in_menu and page.entry is not None and page.address != addresses.HOME
    ]
    return [
        {translate(_HOME): addresses.HOME},
        {translate(COMMITMENTS): addresses.COMMITMENTS},
        {translate(_PROCESS): process},
        {translate(ORGANISATIONS): addresses.ORGANISATIONS},
        {
            translate(_EVIDENCE): [
                {translate(SOURCES): addresses.SOURCES},
                {translate(UNKNOWN): addresses.UNKNOWN},
            ]
        },
    ]
