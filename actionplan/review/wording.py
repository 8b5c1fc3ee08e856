"""Two states of one text: whether they differ by a slip of the pen, and where they part."""

from __future__ import annotations

import re

from actionplan.language.plain import plain

_MOST_SLIPS = 3
_LONG = 6
"""Letters of a word in which one that is wrong leaves no doubt of what is meant."""
_KEPT = 3
"""Letters at the beginning and at the end of such a word that are the same: there stand prefixes and endings."""
_SIGNS = re.compile(r"[^\w]+")
_AROUND = ".,;:!?¡¿()«»\"'"
_DIGIT = re.compile(r"\d")
_NUMBERS = re.compile(
    r"cero|uno|dos|tres|cuatr|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieci|veint|treint|cuaren"
    r"|cincuent|sesent|setent|ochent|novent|cien|quinient|seteci|noveci|mil|primer|segund|tercer|tercio|cuart|quint"
    r"|sext|septi|octav|noven|decim|anual|bienal|trienal|semestr|trimestr|bimestr|semanal|quincen|mensual|doble|triple"
)
"""How words begin that say how many or how often; without accents."""


def is_slip(before: str, after: str) -> bool:
    """Whether two texts are one but for a slip: accents, case, signs, or a letter inside of a few long words.

    Words that come or go and numbers that change are never one, nor is a word that begins or ends otherwise, as «legal»
    and «ilegal» or «medirá» and «medirán»: they may turn what is promised around.
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
    parts = text.casefold().split()
    # In a figure signs count: 1.5 is not 15, nor -5 what 5 is.
    words = (part.strip(_AROUND) if _DIGIT.search(part) else _SIGNS.sub("", part) for part in parts)
    return [word for word in words if word]


def _is_one_word(word: str, new: str) -> bool:
    if _DIGIT.search(word + new):
        return False
    one, other = plain(word), plain(new)
    if one == other:
        return True
    if min(len(one), len(other)) < _LONG or _NUMBERS.match(one) or _NUMBERS.match(other):
        return False
    return one[-_KEPT:] == other[-_KEPT:] and _is_one_letter(one, other)


def _is_one_letter(one: str, other: str) -> bool:
    """Whether a letter inside is missing, too many or another, or two of them changed places."""
    at = next((at for at, (old, new) in enumerate(zip(one, other, strict=False)) if old != new), _LONG)
    swapped = other[at + 1 : at + 2] + other[at : at + 1] + other[at + 2 :]
    return at >= _KEPT and (
        one[at:] in (swapped, other[at + 1 :]) or other[at:] == one[at + 1 :] or one[at + 1 :] == other[at + 1 :]
    )
