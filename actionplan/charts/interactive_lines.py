"""Curves as traces and layout of a plotly figure."""

from __future__ import annotations

from html import escape

from actionplan.charts import words
from actionplan.charts.data import Curve, Lines
from actionplan.charts.shapes import Canvas
from actionplan.charts.template import SPACE
from actionplan.language.locale import Locale

_HEIGHT = 260
_AXIS = 40

Attributes = dict[str, object]


def parts(lines: Lines, locale: Locale) -> tuple[list[Attributes], Attributes]:
    """Return the traces and the layout of a figure of curves."""
    return [_trace(curve, lines, locale) for curve in lines.curves], {
        "annotations": [],
        "showlegend": len(lines.curves) > 1,
        "xaxis": {"type": "date", "tickformat": "%b %Y"},
        "yaxis": {
            "type": "linear",
            "rangemode": "tozero",
            "showgrid": True,
            "nticks": 6,
            "title": {"text": escape(lines.unit.many, quote=False)},
        },
    }


def room(above: int, canvas: Canvas) -> Attributes:
    """Return what of the layout depends on the width, below a key of some px."""
    return {
        "bargap": 0,
        "height": above + _HEIGHT + _AXIS,
        "margin": {"l": SPACE, "r": 2 * SPACE, "t": above, "b": _AXIS, "pad": SPACE},
        "xaxis": {"nticks": 6 if canvas.beside else 4, "showgrid": bool(canvas.beside)},
        "yaxis": {"showticklabels": True},
    }


def _trace(curve: Curve, lines: Lines, locale: Locale) -> Attributes:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": escape(curve.label, quote=False),
        "x": [point.day.isoformat() for point in curve.points],
        "y": [None if point.value is None else float(point.value) for point in curve.points],
        "line": {"shape": "hv" if curve.holds else "linear"},
        "connectgaps": False,
        "cliponaxis": False,
        "customdata": [
            escape(
                f"{curve.label}, {locale.date(point.day)}: "
                + (
                    words.amount(None, locale)
                    if point.value is None
                    else words.counted(point.value, lines.unit, locale)
                ),
                quote=False,
            )
            for point in curve.points
        ],
        "hovertemplate": "%{customdata}<extra></extra>",
    }
