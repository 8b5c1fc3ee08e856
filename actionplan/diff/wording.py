"""Two states of one text: whether they differ by a slip of the pen, and where they part."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import SequenceMatcher

from actionplan.text.normalise import plain

_MOST_SLIPS = 3
_LONG = 6
"""Letters of a word in which one that is wrong leaves no doubt of what is meant."""
_KEPT = 3
"""Letters at the beginning and at the end of such a word that are the same: there stand prefixes and endings."""
_TOKEN = re.compile(r"\S*\d\S*|\w+|[^\w\s]")
"""A word, a sign, or a figure with all that is written to it: 1.5 is not 15, nor -5 what 5 is."""
_REPEATED = re.compile(r"([.,;:])(?:\s*\1)+(?!\S)")
"""A sign that stands there twice."""


def is_slip(before: str, after: str, corrects: Callable[[str, str], bool]) -> bool:
    """Return whether two texts differ by slips of the pen alone, which cannot change what is meant.

    That is capital letters, blanks and the stop at the end; and a few long words in which an accent, or a letter inside
    that was missing, doubled or out of its place, is another. Such a word must be a correction: of what the plan says
    nowhere else into what it says already. No sign moves, no word comes or goes, and no letter becomes another, as in
    «consejo» and «concejo».

    Args:
        before: The text as published.
        after: The text as proposed.
        corrects: Whether the one word, in small letters, is found nowhere else and the other is known.
    """
    one, other = _tokens(before), _tokens(after)
    if len(one) != len(other):
        return False
    pairs = [(word, new) for word, new in zip(one, other, strict=True) if word != new]
    return len(pairs) <= _MOST_SLIPS and all(_is_one_word(*pair) and corrects(*pair) for pair in pairs)


def from_where_they_part(before: str, after: str, most: int) -> tuple[str, str, int]:
    """Return two texts that are too long to be shown, each from shortly before the first letter in which they differ.

    Args:
        before: One.
        after: The other.
        most: How many letters can be shown.

    Returns:
        Both, and in how many more places they differ beyond what can be shown.
    """
    before, after = " ".join(before.split()), " ".join(after.split())
    if max(len(before), len(after)) <= most:
        return before, after, 0
    same = next((at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other), 0)
    start = before.rfind(" ", 0, max(0, same - most // 4)) + 1
    more = _places_beyond(before, after, start + most)
    return (f"…{before[start:]}", f"…{after[start:]}", more) if start else (before, after, more)


def _places_beyond(before: str, after: str, end: int) -> int:
    """Count the places, beyond so many letters, in which two texts differ."""
    one, other = before.split(" "), after.split(" ")
    found = SequenceMatcher(None, one, other, autojunk=False).get_opcodes()
    return sum(
        tag != "equal" and max(len(" ".join(one[:start])), len(" ".join(other[:new]))) >= end
        for tag, start, _, new, _ in found
    )


def _tokens(text: str) -> list[str]:
    tokens = _TOKEN.findall(_REPEATED.sub(r"\1", text.casefold()))
    return tokens[:-1] if tokens[-1:] == ["."] else tokens


def _is_one_word(word: str, new: str) -> bool:
    """Return whether two long words differ by accents, or by one letter inside: missing, doubled, out of place."""
    one, other = plain(word), plain(new)
    if min(len(one), len(other)) < _LONG or not one.isalpha() or not other.isalpha():
        return False
    if ("ñ" in word) != ("ñ" in new):
        return False  # a letter of its own, and no accent
    return one == other or (one[-_KEPT:] == other[-_KEPT:] and _is_one_letter(one, other))


def _is_one_letter(one: str, other: str) -> bool:
    at = next((at for at, (old, new) in enumerate(zip(one, other, strict=False)) if old != new), 0)
    swapped = other[at + 1 : at + 2] + other[at : at + 1] + other[at + 2 :]
    missing, doubled = one[at:] == other[at + 1 :], one[at] == one[at - 1] and one[at + 1 :] == other[at:]
    return at >= _KEPT and (one[at:] == swapped or missing or doubled)
