"""Two states of one text: whether they differ by a slip of the pen, and where they part."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_MOST_SLIPS = 3
_ALIKE = 0.75
_SIGNS = re.compile(r"[^\w]+")


def is_slip(before: str, after: str) -> bool:
    """Whether two texts are one with a slip mended: a few words that differ in a letter or two, signs, or case.

    Words that come or go, and figures that change, are never a slip: they may turn what is promised around.
    """
    one, other = _words(before), _words(after)
    if len(one) != len(other):
        return False
    pairs = [(word, new) for word, new in zip(one, other, strict=True) if word != new]
    return len(pairs) <= _MOST_SLIPS and all(_is_one_word(*pair) for pair in pairs)


def from_where_they_part(before: str, after: str, most: int) -> tuple[str, str]:
    """Two texts that are too long to be shown, each from shortly before the first letter in which they differ.

    Args:
        before: One.
        after: The other.
        most: How many letters can be shown.
    """
    if max(len(before), len(after)) <= most:
        return before, after
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    start = before.rfind(" ", 0, max(0, same - most // 4)) + 1
    return (f"…{before[start:]}", f"…{after[start:]}") if start else (before, after)


def _words(text: str) -> list[str]:
    return [word for word in (_SIGNS.sub("", part) for part in text.casefold().split()) if word]


def _is_one_word(word: str, new: str) -> bool:
    if any(sign.isdigit() for sign in word + new):
        return False
    return SequenceMatcher(None, word, new, autojunk=False).ratio() >= _ALIKE
