"""Comments in the data of a document, which YAML's own reader passes over in silence."""

from __future__ import annotations

import re

_QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"|\'[^\']*\'', re.DOTALL)
_COMMENT = re.compile(r"(?:^|(?<=\s))#", re.MULTILINE)


def comment_lines(text: str) -> tuple[int, ...]:
    """The lines, from 1, of a document's data on which a comment begins."""
    front = _front_of(text.replace("\r\n", "\n"))
    if "#" not in front:
        return ()
    # What is quoted keeps its lines and loses its words.
    bare = _QUOTED.sub(lambda found: re.sub(r"[^\n]", "x", found[0]), front)
    return tuple(bare.count("\n", 0, found.start()) + 1 for found in _COMMENT.finditer(bare))


def _front_of(text: str) -> str:
    """The data of a document with the lines around them, or all of a file that is only data."""
    if not text.startswith("---\n"):
        return text
    end = text.find("\n---\n", 3)
    return text if end < 0 else text[:end]
