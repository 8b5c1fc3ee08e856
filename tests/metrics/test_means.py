"""Means are exact, however they are worked out."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from actionplan.metrics.means import mean, weighted

percents = st.fractions(0, 100, max_denominator=400)
weights = st.fractions(Fraction(1, 100), 100, max_denominator=100)


@given(st.lists(percents, min_size=1, max_size=12))
def test_a_mean_is_the_sum_by_the_number(values: list[Fraction]) -> None:
    assert mean(values) == sum(values, Fraction(0)) / len(values)


@given(st.lists(st.tuples(percents, weights), min_size=1, max_size=8))
def test_weights_count(values: list[tuple[Fraction, Fraction]]) -> None:
    assert weighted(values) == sum(value * weight for value, weight in values) / sum(weight for _, weight in values)


@given(st.lists(percents, min_size=1, max_size=8), weights)
def test_one_weight_for_all_is_none(values: list[Fraction], weight: Fraction) -> None:
    assert weighted([(value, weight) for value in values]) == mean(values)
