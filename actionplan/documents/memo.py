"""What was made before, given again while what it came from is the same."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Memo(Generic[T]):
    """Represent the last thing made for each path; for plans that are loaded again and again in one process."""

    def __init__(self) -> None:
        self._made: dict[str, tuple[tuple[object, ...], T]] = {}

    def recall(self, path: str, origin: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what was made for a path, made anew only if its origin has changed.

        Args:
            path: The file that it is about.
            origin: All that the making depends on.
            make: Makes it; what it gives back must never be changed.
        """
        kept = self._made.get(path)
        if kept is None or not all(map(_is_same, kept[0], origin)):
            kept = self._made[path] = (origin, make())
        return kept[1]


def _is_same(before: object, now: object) -> bool:
    """Return bytes by what they are, all else by identity.

    To Python 1, 1.0 and true are equal, to an author they are not.
    """
    return before == now if isinstance(before, bytes) else before is now
