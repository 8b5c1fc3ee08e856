"""How far indicators have come."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction

from actionplan.metrics.results import DatedValue, IndicatorMetrics
from actionplan.model import Indicator, Measurement, Sense, Target


def measure_indicator(
    indicator: Indicator, measurements: Mapping[str, tuple[Measurement, ...]], day: date
) -> IndicatorMetrics:
    """Return an indicator on a day, from the measurements that were made by then."""
    targets = sorted(indicator.targets, key=lambda target: target.date)
    due = next((target for target in targets if target.date >= day), targets[-1] if targets else None)
    made = tuple(DatedValue(item.value, item.date) for item in measurements.get(indicator.id, ()))
    baseline = indicator.baseline
    return IndicatorMetrics(
        indicator.id,
        indicator.sense,
        DatedValue(baseline.value, baseline.date) if baseline else None,
        _reading(due) if due else None,
        _reading(targets[-1]) if targets else None,
        made[-1] if made else None,
        made,
        _attainment(indicator, due, made[-1].value) if due and made else None,
    )


def _reading(target: Target) -> DatedValue:
    return DatedValue(target.value, target.date, target.ceiling)


def _attainment(indicator: Indicator, target: Target, value: Decimal) -> Fraction | None:
    """Return 100 once the target is met, else what has gone of the distance that the baseline had to it."""
    if indicator.sense is None:
        return None
    remaining = _distance(indicator.sense, target, value)
    if remaining == 0:
        return Fraction(100)
    if indicator.baseline is None:
        return None
    whole = _distance(indicator.sense, target, indicator.baseline.value)
    return 100 * (1 - remaining / whole) if whole else Fraction(0)


def _distance(sense: Sense, target: Target, value: Decimal) -> Fraction:
    """Return how far a value is from meeting a target, in the indicator's unit."""
    at, low = Fraction(value), Fraction(target.value)
    high = low if target.ceiling is None else Fraction(target.ceiling)
    below, above = max(low - at, Fraction(0)), max(at - high, Fraction(0))
    match sense:
        case Sense.RISING:
            return below
        case Sense.FALLING:
            return max(at - low, Fraction(0))
        case Sense.RANGE:
            return below + above
