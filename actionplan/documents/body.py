"""The body of a document: prose under headings, each with its line."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_NOT_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")


class Heading(NamedTuple):
    """A Markdown heading; level from 1 to 6, line from 1 in the file."""

    level: int
    title: str
    slug: str
    line: int


class Body(NamedTuple):
    """The text after the front matter.

    Attributes:
        text: The Markdown, with line feeds as ends of line.
        first_line: The line of the file where it begins, from 1.
        headings: Its headings, in order.
    """

    text: str
    first_line: int
    headings: tuple[Heading, ...]

    def heading(self, slug: str) -> Heading | None:
        """The first heading with that slug."""
        return next((heading for heading in self.headings if heading.slug == slug), None)


def slug(title: str) -> str:
    """Name a heading as Python-Markdown's ``toc`` does, so that addresses and anchors agree."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return _GAPS.sub("-", _NOT_WORD.sub("", ascii_only).strip().lower())


def read_body(text: str, first_line: int) -> Body:
    """Find the headings of a text, passing over fenced code."""
    headings = []
    fence = ""
    for number, line in enumerate(text.split("\n"), first_line):
        marker = _FENCE.match(line)
        if marker and not fence:
            fence = marker[1]
        elif marker and marker[1][0] == fence[0] and len(marker[1]) >= len(fence):
            fence = ""
        elif not fence and line.lstrip(" ").startswith("#") and (found := _HEADING.fullmatch(line)):
            headings.append(Heading(len(found[1]), found[2], slug(found[2]), number))
    return Body(text, first_line, tuple(headings))
