"""Rounding half up, as people do it."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from actionplan.text.rounding import half_up


@pytest.mark.parametrize(
    ("exact", "places", "rounded"),
    [
        (Fraction(1, 3), 4, "0.3333"),
        (Fraction(5, 100), 1, "0.1"),
        (Fraction(25, 100), 1, "0.3"),
        (Fraction(-25, 100), 1, "-0.3"),
        (Decimal("12.34"), 1, "12.3"),
        (Fraction(7, 2), 0, "4"),
    ],
)
def test_a_half_is_rounded_away_from_zero(exact: Fraction | Decimal, places: int, rounded: str) -> None:
    assert str(half_up(exact, places)) == rounded
