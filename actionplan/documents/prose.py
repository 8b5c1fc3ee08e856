"""What a body of Markdown links to and holds, outside code: places for the checks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from actionplan.documents.body import Body

_FENCED = re.compile(
    r"^ {0,3}(`{3,}(?=[^`\n]*$)|~{3,})[^\n]*\n.*?(?:^ {0,3}\1[`~]*[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_CODE_SPAN = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
# Runs of blanks are taken whole, and titles are short: nothing a file holds may take quadratic time.
_INLINE_LINK = re.compile(
    r"\]\(\s*+<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)>?(?:\s++[\"'(][^\n]{0,300}?[\"')])?\s*+\)"
)
_DEFINITION = re.compile(r"^ {0,3}\[(?!\^)[^\]\n]+\]:[ \t]*<?([^\s<>]+)>?", re.MULTILINE)
_NOT_NEWLINE = re.compile(r"[^\n]")


class Mention(NamedTuple):
    """Represent a stretch of text and where it begins in the file."""

    text: str
    line: int
    column: int


def without_code(text: str) -> str:
    """Return the text with code blanked out, every character at its place."""
    for pattern in (_FENCED, _CODE_SPAN) if "`" in text or "~~~" in text else ():
        text = pattern.sub(lambda match: _NOT_NEWLINE.sub(" ", match.group()), text)
    return text


def links(body: Body) -> Iterator[Mention]:
    """Yield the target of every link and image, as written."""
    for sign, pattern in (("](", _INLINE_LINK), ("]:", _DEFINITION)):
        if sign in body.text:
            text = without_code(body.text)
            yield from mentions(body, text, pattern.finditer(text), group=1)


def mentions(body: Body, text: str, matches: Iterable[re.Match[str]], group: int = 0) -> Iterator[Mention]:
    """Place what was found, in the order of the text, at its lines and columns in the file."""
    line, counted = body.first_line, 0
    for match in matches:
        offset = match.start(group)
        line += text.count("\n", counted, offset)
        counted = offset
        yield Mention(match.group(group), line, offset - text.rfind("\n", 0, offset))
