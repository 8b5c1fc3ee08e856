"""The menu of the site; what may grow by the hundred is reached through an index instead."""

from __future__ import annotations

from actionplan.language.messages import msg
from actionplan.pages import addresses
from actionplan.pages.site import Site
from actionplan.pages.titles import COMMITMENTS, ORGANISATIONS, RULES, SOURCES, TRANSLATION, UNKNOWN

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
                {translate(RULES): addresses.RULES},
                *_translation(site),
            ]
        },
    ]


def _translation(site: Site) -> Menu:
    """The page of what is translated, where a plan has more than one language."""
    title = site.locale.translate(TRANSLATION)
    return [{title: addresses.TRANSLATION}] if addresses.TRANSLATION in site.pages else []
