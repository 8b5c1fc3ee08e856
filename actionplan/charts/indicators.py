"""An indicator in the course of time: where it stood, where it should stand, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from actionplan.charts.data import Curve, Lines, Point
from actionplan.charts.origin import DataOrigin, Unit
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import IndicatorMetrics
from actionplan.model import Indicator

_MEASURED, _TARGET, _CEILING, _BASELINE = msg("Medición"), msg("Meta"), msg("Máximo de la meta"), msg("Línea base")
_RULE = msg(
    "La meta va de la línea base a cada valor comprometido en su fecha; las mediciones son las que se reportaron "
    "hasta la fecha de corte."
)
_FEW = 2


def indicator_chart(
    number: int, indicator: Indicator, measured: IndicatorMetrics, cutoff: date, locale: Locale
) -> Lines | None:
    """Draw an indicator; nothing if there are not two values of it to compare.

    Args:
        number: Its place in the roadmap, which names the chart on its page.
        indicator: As the roadmap defines it.
        measured: Its figures.
        cutoff: Up to when measurements count.
        locale: The language of the words.
    """
    baseline = [(measured.baseline.date, measured.baseline.value)] if measured.baseline else []
    readings = [(reading.date, reading.value) for reading in measured.readings]
    targets = [(target.date, target.value) for target in indicator.targets]
    ceilings = [(target.date, target.ceiling) for target in indicator.targets if target.ceiling is not None]
    if len(baseline) + len(readings) + len(targets) < _FEW:
        return None
    due = {**dict(baseline), **dict(targets)} if targets else {}
    found = ((_MEASURED, readings), (_TARGET, due.items()), (_CEILING, ceilings), (_BASELINE, baseline))
    curves = tuple(curve for name, points in found if (curve := _curve(locale.translate(name), points)))
    unit = indicator.unit or ""
    return Lines(
        f"indicador-{number}",
        f"{indicator.id}. {indicator.name}",
        locale.translate(msg("Fecha")),
        DataOrigin(locale.translate(_RULE), cutoff, ()),
        curves,
        Unit("", unit),  # a roadmap gives no singular, and «1 comités» is no Spanish
    )


def _curve(name: str, points: Iterable[tuple[date, Decimal]]) -> Curve | None:
    """Return the last value of each day, in the order of time."""
    found = dict(points)
    return Curve(name, tuple(Point(day, found[day]) for day in sorted(found))) if found else None
