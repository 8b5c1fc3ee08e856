"""Means of exact numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import lcm
from typing import TypeVar

T = TypeVar("T")

NONE, WHOLE = Fraction(0), Fraction(100)
"""Nothing and all, in percent."""


def known(values: Iterable[T | None]) -> tuple[T, ...]:
    """Return the values that are known, in their order."""
    return tuple(value for value in values if value is not None)


def mean(values: Sequence[Fraction]) -> Fraction:
    """Return the mean of one or more values.

    They are added as whole numbers over one denominator, once: fractions that are added one by one are made shorter
    each time, which for a plan's whole past takes most of the time.
    """
    ratios = [value.as_integer_ratio() for value in values]
    bottom = lcm(*{below for _, below in ratios})
    return Fraction(sum([above * (bottom // below) for above, below in ratios]), bottom * len(ratios))


def weighted(values: Sequence[tuple[Fraction, Fraction]]) -> Fraction:
    """Return the mean of one or more values, each with its weight."""
    value, weight = values[0]
    if all(other is value for other, _ in values):  # often: nothing, or all
        return value
    if all(other is weight for _, other in values):  # nearly always
        return mean([value for value, _ in values])
    return sum((value * weight for value, weight in values), NONE) / sum((weight for _, weight in values), NONE)
