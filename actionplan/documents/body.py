"""The body of a document: prose under headings, each with its line."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# The forge wants a space after the signs, the site does not: what either shows as a heading is one.
_HEADING = re.compile(r" {0,3}(#{1,6})(?!#)(.*)")
_UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*")
_FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})(.*)")
_NOT_WORD = re.compile(r"[^\w\s-]")
_GAPS = re.compile(r"[-\s]+")


class Heading(NamedTuple):
    """Represent a Markdown heading; level from 1 to 6, line from 1 in the file."""

    level: int
    title: str
    slug: str
    line: int


class Body(NamedTuple):
    """Represent the text after the front matter.

    Attributes:
        text: The Markdown, with line feeds as ends of line.
        first_line: The line of the file where it begins, from 1.
        headings: Its headings, in order.
    """

    text: str
    first_line: int
    headings: tuple[Heading, ...]

    def heading(self, slug: str) -> Heading | None:
        """Return the first heading with that slug."""
        return next((heading for heading in self.headings if heading.slug == slug), None)


@lru_cache(maxsize=1024)
def slug(title: str) -> str:
    """Name a heading as Python-Markdown's ``toc`` does, so that addresses and anchors agree."""
    ascii_only = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode("ascii")
    return _GAPS.sub("-", _NOT_WORD.sub("", ascii_only).strip().lower())


def read_body(text: str, first_line: int) -> Body:
    """Find the headings of a text, passing over fenced code."""
    headings: list[Heading] = []
    fence = above = ""
    for number, line in enumerate(text.split("\n"), first_line):
        if not line:
            above = ""
            continue
        sign = line.lstrip(" ")[:1]
        marker = _FENCE.fullmatch(line) if sign in ("`", "~") else None
        if marker and not fence:
            fence = marker[1]
        elif marker and marker[1].startswith(fence) and not marker[2].strip():
            fence = ""
        elif not fence and sign == "#" and (found := _HEADING.fullmatch(line)):
            headings.append(_heading(len(found[1]), _without_closing(found[2]), number))
        elif not fence and sign in ("=", "-") and above and (found := _UNDERLINE.fullmatch(line)):
            headings.append(_heading(1 if found[1][0] == "=" else 2, above, number - 1))
        above = "" if fence or sign in ("#", "`", "~", "|") else line.strip()
    return Body(text, first_line, tuple(headings))


def _heading(level: int, title: str, line: int) -> Heading:
    return Heading(level, title, slug(title), line)


def _without_closing(text: str) -> str:
    """Return the title without the signs that may close it, «## Title ##»."""
    title = text.strip(" \t")
    bare = title.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else title
