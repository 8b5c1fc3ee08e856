"""Figures in words: rounded half up, with what they leave open, and never a zero for what is not known."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics.results import Figures
from actionplan.metrics.words import State

NO_REPORT = msg("sin reporte")
_AT_LEAST = msg("al menos {percent}")
_POINTS = msg("{number} puntos")
_POINT = msg("{number} punto")
_DAYS = msg("{number} días")
_DAY = msg("{number} día")
_NOTHING_LEFT = msg("todo se canceló")
_PLACES = Decimal("0.1")


def percent(value: Fraction | Decimal | None, locale: Locale) -> str:
    """A percentage with at most one decimal place; empty if it is not known."""
    return "" if value is None else f"{_number(value, locale)} %"


def points(value: Fraction | Decimal | None, locale: Locale) -> str:
    """Percentage points with their sign; empty if they are not known."""
    if value is None:
        return ""
    number = _number(abs(Fraction(value)), locale)
    sign = "" if number == "0" else "+" if value > 0 else "−"
    return locale.translate(_POINT if number == "1" else _POINTS).format(number=sign + number)


def days(count: int | None, locale: Locale) -> str:
    """A number of days, with a minus below zero; empty if it is not known."""
    if count is None:
        return ""
    number = ("−" if count < 0 else "") + locale.number(abs(count))
    return locale.translate(_DAY if abs(count) == 1 else _DAYS).format(number=number)


def progress(figures: Figures, locale: Locale) -> str:
    """Reported progress: «al menos 42 %» while some activity has no report, «sin reporte» if none has."""
    if figures.real is None:
        return locale.translate(_NOTHING_LEFT if figures.state is State.CANCELLED else NO_REPORT)
    told = percent(figures.real, locale)
    return told if figures.coverage.is_whole else locale.translate(_AT_LEAST).format(percent=told)


def _number(value: Fraction | Decimal, locale: Locale) -> str:
    exact = Fraction(value)
    return locale.number((Decimal(exact.numerator) / exact.denominator).quantize(_PLACES, ROUND_HALF_UP))
