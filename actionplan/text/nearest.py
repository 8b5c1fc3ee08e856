"""The known word that a misspelt one is most like."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from functools import cached_property

_GUESSES = 20


class Guesses:
    """Represent the nearest known words, for the first mistakes only.

    A search takes milliseconds: without an end to them, a file full of mistakes would take minutes.

    Args:
        known: Gives the words, when the first is needed.
    """

    def __init__(self, known: Callable[[], Iterable[str]]) -> None:
        self._known = known
        self._left = _GUESSES

    @cached_property
    def _words(self) -> list[str]:
        return sorted(self._known())

    def nearest(self, text: str) -> str:
        """Return the known word that is most like a text; empty if none is near, or enough were asked."""
        if not self._left:
            return ""
        self._left -= 1
        return nearest(text, self._words)


def nearest(text: str, known: list[str]) -> str:
    """Return the known word that is most like a text, empty if none is near."""
    return next(iter(difflib.get_close_matches(text.lower(), known, n=1, cutoff=0.7)), "")
