"""The menu of the site; what may grow by the hundred is reached through an index instead."""

from __future__ import annotations

from actionplan.language.messages import msg
from actionplan.pages import addresses, titles
from actionplan.pages.site import Site

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
        {translate(titles.COMMITMENTS): addresses.COMMITMENTS},
        {translate(titles.BOARD): addresses.BOARD},
        {translate(titles.GUIDES): addresses.GUIDES},
        {translate(_PROCESS): process},
        {translate(titles.ORGANISATIONS): addresses.ORGANISATIONS},
        {
            translate(_EVIDENCE): [
                {translate(titles.SOURCES): addresses.SOURCES},
                {translate(titles.UNKNOWN): addresses.UNKNOWN},
                {translate(titles.CALCULATIONS): addresses.CALCULATIONS},
                {translate(titles.RULES): addresses.RULES},
                {translate(titles.CHANGES): addresses.CHANGES},
                *_translation(site),
            ]
        },
    ]


def _translation(site: Site) -> Menu:
    """The page of what is translated, where a plan has more than one language."""
    title = site.locale.translate(titles.TRANSLATION)
    return [{title: addresses.TRANSLATION}] if addresses.TRANSLATION in site.pages else []
