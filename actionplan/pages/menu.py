"""The menu of the site, as the kinds of page ask to stand in it."""

from __future__ import annotations

from actionplan.pages.page import TOP
from actionplan.pages.site import Site

Menu = list[dict[str, "str | Menu"]]


def menu(site: Site) -> Menu:
    """Return titles and addresses, nested as they are shown."""
    translate = site.locale.translate
    items: Menu = []
    groups: dict[str, Menu] = {TOP: items}
    for page in site.pages.values():
        if page.in_menu:
            group = page.kind.menu or TOP
            if group not in groups:
                groups[group] = []
                items.append({translate(group): groups[group]})
            groups[group].append({translate(page.kind.title) or page.title: page.address})
    return items
