"""A page's headings as the nested tokens that Markdown's ``toc`` makes."""

from __future__ import annotations

from html import escape
from typing import TypedDict

from actionplan.pages.page import Anchor


class TocToken(TypedDict):
    """A heading with those below it; ``name`` is HTML."""

    level: int
    id: str
    name: str
    children: list[TocToken]


def nested(anchors: tuple[Anchor, ...]) -> list[TocToken]:
    """Nest headings of the third level under those of the second."""
    found: list[TocToken] = []
    for anchor in anchors:
        token = TocToken(level=anchor.level, id=anchor.id, name=escape(anchor.title), children=[])
        into = found[-1]["children"] if found and anchor.level > found[-1]["level"] else found
        into.append(token)
    return found
