"""What every chart says of its figures: what is counted, and where they come from."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

MAX_SERIES = 6
"""As many as there are patterns to tell them apart."""

_ID = re.compile(r"[a-z][a-z0-9-]*")


@dataclass(frozen=True, slots=True)
class Unit:
    """Describe what is counted, for one and for any other number of it."""

    one: str
    many: str


@dataclass(frozen=True, slots=True)
class DataOrigin:
    """Describe where the figures of a chart come from.

    Attributes:
        rule: How they are calculated, as a sentence.
        cutoff: The date up to which the plan's data count.
        sources: The titles of the texts they rest on.
    """

    rule: str
    cutoff: date
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ChartFrame:
    """Hold what every chart has around its figures.

    Attributes:
        id: Unique on the page: letters, digits and hyphens.
        title: Names the chart.
        heading: What its rows, spans or days are («Sector»).
        origin: Where its figures come from.
        remark: A sentence more, about what the drawing cannot show.
    """

    id: str
    title: str
    heading: str
    origin: DataOrigin
    remark: str = field(default="", kw_only=True)

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise ValueError(f"not usable in an HTML id: {self.id!r}")
