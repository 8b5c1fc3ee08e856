"""Random numbers that depend on names alone, so that each part of a plan is the same whatever else is made."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

_PERCENT = 100


class Rng:
    """Draw random numbers that follow from a seed and the name of their purpose.

    It hashes a counter. Python's own generator may change with a version, and every plan would change with it.
    So would a plan whose names change: they are part of the seed.
    """

    def __init__(self, *names: str | int) -> None:
        self._name = "/".join(map(str, names))
        self._draws = 0

    def below(self, limit: int) -> int:
        """Return a number from 0 up to the limit, which is left out."""
        self._draws += 1
        digest = sha256(f"{self._name}#{self._draws}".encode()).digest()
        return int.from_bytes(digest[:8]) % limit

    def between(self, least: int, most: int) -> int:
        """Return a number from the least to the most, both included."""
        return least + self.below(most - least + 1)

    def chance(self, percent: int) -> bool:
        """Return True in as many cases of a hundred."""
        return self.below(_PERCENT) < percent

    def choice(self, items: Sequence[T]) -> T:
        """Return one of the items."""
        return items[self.below(len(items))]

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """Return as many different items as asked for, or all if there are fewer, in their own order."""
        indices = list(range(len(items)))
        chosen = [indices.pop(self.below(len(indices))) for _ in range(min(count, len(items)))]
        return [items[index] for index in sorted(chosen)]
