"""Chance that depends on names alone, so that each part of a plan is the same whatever else is made."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_WHOLE = 100


class Dice:
    """A run of numbers that follows from a seed and the name of what it is for.

    The digest of a counter is used rather than Python's own generator: that one may change with a version.
    """

    def __init__(self, *names: str | int) -> None:
        self._name = "/".join(map(str, names))
        self._rolled = 0

    def below(self, limit: int) -> int:
        """A number from 0 up to but not with the limit."""
        self._rolled += 1
        digest = sha256(f"{self._name}#{self._rolled}".encode()).digest()
        return int.from_bytes(digest[:8]) % limit

    def between(self, least: int, most: int) -> int:
        """A number from the least to the most, both possible."""
        return least + self.below(most - least + 1)

    def chance(self, percent: int) -> bool:
        """Yes so many times out of a hundred."""
        return self.below(_WHOLE) < percent

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.below(len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """Different items, as many as asked for or there are, in their own order."""
        left = list(range(len(items)))
        chosen = [left.pop(self.below(len(left))) for _ in range(min(count, len(items)))]
        return [items[index] for index in sorted(chosen)]
