"""A date of the past of which perhaps only the year or the month is known."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, Self

_FORM = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class PartialDate(NamedTuple):
    """Represent a year, and month and day where known; sorts by what is known."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read ``2019``, ``2019-08`` or ``2019-08-14``.

        Raises:
            ValueError: No such date.
        """
        found = _FORM.fullmatch(text)
        if not found:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in found.groups())
        date(year, month if found[2] else 1, day if found[3] else 1)
        return cls(year, month, day)

    @property
    def earliest(self) -> date:
        """Return the first day it may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def __str__(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part)]
        return "-".join(parts)
