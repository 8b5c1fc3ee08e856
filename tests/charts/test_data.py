"""What a chart refuses to be."""

from decimal import Decimal

import pytest
from charts.samples import amount, bars, row, span, stacked, timeline

from actionplan.charts.data import Amount, BarRow
from actionplan.charts.origin import MAX_SERIES


def test_a_chart_needs_rows_and_series_that_patterns_can_tell_apart() -> None:
    with pytest.raises(ValueError, match="rows are due"):
        bars()
    many = tuple(map(str, range(MAX_SERIES + 1)))
    with pytest.raises(ValueError, match="one to 6 series"):
        bars(row("a", *range(MAX_SERIES + 1)), series=many)


def test_each_row_has_an_amount_for_each_series_and_a_key_of_its_own() -> None:
    with pytest.raises(ValueError, match="an amount, or None"):
        bars(row("a", 1, 2))
    with pytest.raises(ValueError, match="share a key"):
        bars(row("a", 1), row("a", 2))


def test_what_cannot_be_added_up_stands_side_by_side_but_not_in_a_stack() -> None:
    assert bars(row("a", -1)).rows[0].total == -1
    with pytest.raises(ValueError, match="stacked"):
        stacked(row("a", -1, 2))
    with pytest.raises(ValueError, match="stacked"):
        stacked(BarRow("a", "a", (Amount(Decimal(1), "cerca de"), None)))


def test_a_span_does_not_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="ends before"):
        span("a", "2020-01-02", "2020-01-01")
    with pytest.raises(ValueError, match="spans are due"):
        timeline()


def test_what_is_not_known_is_not_counted_as_zero() -> None:
    assert row("a", None, 0).total == 0
    assert not row("a", None, 0).is_whole
    assert BarRow("a", "a", (amount(0),)).is_whole


def test_a_span_lasts_both_its_days() -> None:
    assert span("a", "2020-01-01", "2020-01-01").length == 1
    assert span("a", "2020-01-01").length == 0
