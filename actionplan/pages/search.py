"""A search index that finds words however people type them: with their accents or without."""

from __future__ import annotations

import re
import unicodedata
from typing import TypedDict

_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<[^>]+>")


class SearchEntry(TypedDict):
    """Hold one entry of the index: a page, or a section of it."""

    location: str
    title: str
    text: str


class Index(TypedDict):
    """Hold the index as the theme reads it; ``config`` is the theme's own."""

    config: dict[str, object]
    docs: list[SearchEntry]


def unaccented(text: str) -> str:
    """Return the text without its accents; the tilde of ñ goes too, since keyboards lack it as often."""
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(character for character in decomposed if not unicodedata.combining(character))


class _Plain(dict[str, str]):
    """Remember words without their accents, in lower case; nothing for those that have none."""

    def __missing__(self, word: str) -> str:
        plain = unaccented(word)
        self[word] = plain.lower() if plain != word else ""
        return self[word]


def with_plain_words(index: Index) -> Index:
    """Add to each entry the accented words of its title and text once more, without accents.

    The theme's search compares words letter by letter, so that «accion» would not find «acción».
    """
    docs = []
    plain = _Plain()
    for entry in index["docs"]:
        words = _WORD.findall(_TAG.sub(" ", f"{entry['title']} {entry['text']}"))
        accented = dict.fromkeys(word for word in words if not word.isascii())
        added = dict.fromkeys(other for word in accented if (other := plain[word]))
        docs.append({**entry, "text": f"{entry['text']} {' '.join(added)}"} if added else entry)
    return {**index, "docs": docs}
