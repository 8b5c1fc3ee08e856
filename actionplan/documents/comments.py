"""Comments in the data of a document, which YAML's own reader passes over in silence."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import ScalarEvent

_COMMENT = re.compile(r"(?:^|\s)#")


def comment_lines(text: str) -> tuple[int, ...]:
    """Return the lines, from 1, of a document's data on which a comment begins.

    Of broken data, those before it breaks.
    """
    front = _front_of(text.replace("\r\n", "\n"))
    if "#" not in front:
        return ()
    found: list[int] = []
    line, end = 1, 0
    for start, following in _scalars(front):
        # Comments stand between values only; each stretch is looked at once, so that time grows with the text.
        between = front[end:start].split("\n")
        found += [line + index for index, part in enumerate(between) if _COMMENT.search(part)]
        line += len(between) - 1 + front.count("\n", start, following)
        end = following
    return tuple(found)


def _scalars(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each scalar begins and ends, and at last the end of the text or of what can be read of it."""
    loader = yaml.CSafeLoader(text)
    end = len(text)
    try:
        while (event := loader.get_event()) is not None:
            if isinstance(event, ScalarEvent) and event.start_mark and event.end_mark:
                yield event.start_mark.index, event.end_mark.index
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        end = mark.index if mark else 0
    except (yaml.YAMLError, ValueError):
        end = 0
    yield end, end


def _front_of(text: str) -> str:
    """Return the data of a document with the lines around them, or all of a file that is only data."""
    if not text.startswith("---\n"):
        return text
    end = text.find("\n---\n", 3)
    return text if end < 0 else text[:end]
