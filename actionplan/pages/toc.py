"""The headings of a rendered page, as the nested tokens that Markdown's ``toc`` makes."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import NamedTuple, TypedDict

_HEADING = re.compile(r'<h([23])[^>]* id="([^"]+)"[^>]*>(.*?)</h\1>', re.DOTALL)
_ID = re.compile(r'\sid="([^"]+)"')
_TAG = re.compile(r"<[^>]+>")
_HIDDEN = re.compile(r"<sup.*?</sup>|<span class=\"certeza.*?</span>", re.DOTALL)


class Anchor(NamedTuple):
    """Hold a heading of a rendered page."""

    level: int
    id: str
    title: str


class TocToken(TypedDict):
    """Hold a heading with those below it; ``name`` is HTML."""

    level: int
    id: str
    name: str
    children: list[TocToken]


def anchors(html: str) -> tuple[Anchor, ...]:
    """Return the headings of a page, for its table of contents."""
    return tuple(
        Anchor(int(level), unescape(anchor), unescape(_TAG.sub("", _HIDDEN.sub("", title))).strip())
        for level, anchor, title in _HEADING.findall(html)
    )


def anchor_ids(html: str) -> frozenset[str]:
    """Return every id that a link may lead to."""
    return frozenset(map(unescape, _ID.findall(html)))


def nested(anchors: tuple[Anchor, ...]) -> list[TocToken]:
    """Nest headings of the third level under those of the second."""
    tokens: list[TocToken] = []
    for anchor in anchors:
        token = TocToken(level=anchor.level, id=anchor.id, name=escape(anchor.title), children=[])
        into = tokens[-1]["children"] if tokens and anchor.level > tokens[-1]["level"] else tokens
        into.append(token)
    return tokens
