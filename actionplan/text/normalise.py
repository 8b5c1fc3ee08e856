"""Text reduced to what two people would call the same words."""

from __future__ import annotations

import re
import unicodedata

_ACCENTS = re.compile("[\u0300-\u036f]")
_WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """Return the text in lower case and without accents: ``Medirá`` and ``MEDIRA`` become ``medira``."""
    return _ACCENTS.sub("", unicodedata.normalize("NFD", text.casefold()))


def as_said(text: str) -> str:
    """Return the text however its blanks, its ends of line and its accents are written: what a reader sees of it."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def words(text: str) -> tuple[str, ...]:
    """Return the plain words of a text, without blanks and punctuation."""
    return tuple(_WORD.findall(plain(text)))
