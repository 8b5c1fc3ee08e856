"""What every chart says of its figures: what is counted, and where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MAX_SERIES = 6
"""As many as there are patterns to tell them apart."""

_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted, for one and for any other number of it."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class DataOrigin:
    """Where the figures of a chart come from.

    Attributes:
        rule: How they are calculated, as a sentence.
        cutoff: The date up to which the plan's data count.
        sources: The titles of the texts they rest on.
    """

    rule: str
    cutoff: date
    sources: tuple[str, ...]


def check_id(name: str) -> None:
    """Refuse what could not be part of an HTML id.

    Raises:
        ValueError: It could not.
    """
    if not _ID.fullmatch(name):
        raise ValueError(f"not usable in an HTML id: {name!r}")
