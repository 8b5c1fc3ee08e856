"""A chart as a plotly figure in JSON, for `client/graficas.js`.

The figure holds structure and words but no colour: its template says which series has which pattern, and the
client fills in the colours of the page's scheme. Keys are sorted and nothing is random: same chart, same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from html import escape

from plotly import graph_objects as go

from actionplan.charts import interactive_lines, words
from actionplan.charts.data import Amount, BarRow, Bars, Chart, Lines, Mode, Timeline
from actionplan.charts.shapes import NARROW, WIDE, Canvas, TextRole
from actionplan.charts.template import SPACE, TEMPLATE, calendar
from actionplan.language.locale import Locale
from actionplan.language.messages import msg

_BAR = 22
_GAP = 14
_ABOVE = 26  # px for the button that saves
_AXIS = 32
_KEY_LINE = 20
_KEY_WIDTH = 230
_SAMPLE = 40
_NAMES_ABOVE = 270  # px: what a figure holds at the least, on a screen of 320
_EDGE = 1.004  # or the border of the longest bar would be cut off
_DAY_MS = 86_400_000

_HOVER = "%{customdata}<extra></extra>"

_Attributes = dict[str, object]
_Parts = tuple[list[_Attributes], _Attributes]
"""The traces and the layout of a figure."""


def payload(chart: Chart, locale: Locale) -> str:
    """Return everything that the client needs, as JSON that may stand inside a page's script element."""
    drawn = figure(chart, locale).to_plotly_json()
    drawn["layout"]["template"] = TEMPLATE
    content = {
        "figure": drawn,
        "locale": {"name": locale.code, "format": {} if isinstance(chart, Bars) else calendar(locale)},
        "narrow": _room(chart, NARROW, locale),
        "wide": _room(chart, WIDE, locale),
        "words": {"download": locale.translate(msg("Guardar la gráfica como imagen"))},
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")  # or a text could close the script element


def figure(chart: Chart, locale: Locale) -> go.Figure:
    """Return the figure without its template; rows go by their keys, to which the client adds names."""
    if isinstance(chart, Lines):
        traces, layout = interactive_lines.parts(chart, locale)
    else:
        traces, layout = _of_timeline(chart, locale) if isinstance(chart, Timeline) else _of_bars(chart, locale)
        keys = [key for key, _ in _names(chart)]
        layout["yaxis"] = {
            "categoryarray": keys,
            "categoryorder": "array",
            "type": "category",
            "range": [len(keys) - 0.5, -0.5],
            "tickvals": keys,
        }
    sample = locale.number(Decimal("1234.5"))
    # All at once: plotly checks everything again for each piece that is added to a figure. The template is the same for
    # all of them, so that it is not checked for each; an empty one keeps plotly from putting its own there.
    return go.Figure(traces, {**layout, "separators": f"{sample[-2]}{sample[1]}", "template": {}})


def _names(chart: Bars | Timeline) -> list[tuple[str, str]]:
    items = chart.spans if isinstance(chart, Timeline) else chart.rows
    return [(_key(item.key), item.label) for item in items]


def _key(name: str) -> str:
    """Return the name of a row to plotly, which would take a number for a place on the axis."""
    return f"#{name}"


def _of_bars(bars: Bars, locale: Locale) -> _Parts:
    stacked = bars.mode is Mode.STACKED
    traces: list[_Attributes] = [
        {
            "type": "bar",
            "name": "<br>".join(map(_plain, TextRole.NOTE.wrapped(name, _KEY_WIDTH))),
            "orientation": "h",
            "y": [_key(row.key) for row in bars.rows],
            "x": [_number(row.amounts[index]) for row in bars.rows],
            "text": [_said(row.amounts[index], row.total, bars, locale) for row in bars.rows],
            "textposition": "inside" if stacked else "outside",
            "textangle": 0,
            "insidetextanchor": "middle",
            "constraintext": "none",
            "cliponaxis": False,
            "customdata": [_hover(row.label, name, row.amounts[index], bars, locale) for row in bars.rows],
            "hovertemplate": _HOVER,
        }
        for index, name in enumerate(bars.series)
    ]
    notes = [
        {"y": _key(row.key), "xanchor": "left", "xshift": SPACE, **note}
        for row in bars.rows
        for note in (_row_end(row, bars, locale) if stacked else _missing(row, locale))
    ]
    sums = [row.total for row in bars.rows]
    ends = sums if stacked else [amount.number for row in bars.rows for amount in row.amounts if amount]
    reach = [float(min([Decimal(0), *ends])), float(max([Decimal(0), *ends])) * _EDGE or 1.0]
    return traces, {
        "annotations": notes,
        "barmode": "stack" if stacked else "group",
        "showlegend": len(bars.series) > 1,
        # Every value stands in words at its bar, so that an axis would only repeat them.
        "xaxis": {"visible": False, "range": reach},
    }


def _row_end(row: BarRow, bars: Bars, locale: Locale) -> Iterator[_Attributes]:
    text = words.row_end(row, bars, locale)
    if text:
        yield {"x": float(row.total), "text": _plain(text)}


def _missing(row: BarRow, locale: Locale) -> Iterator[_Attributes]:
    """Yield words where a bar should be, at the height that it would have in its group."""
    for index, amount in enumerate(row.amounts):
        if amount is None:
            above = (len(row.amounts) - 1 - 2 * index) * _BAR // 2
            yield {"x": 0, "text": _plain(words.amount(None, locale)), "yshift": above}


def _of_timeline(timeline: Timeline, locale: Locale) -> _Parts:
    known = [span for span in timeline.spans if span.days]
    trace: _Attributes = {
        "type": "bar",
        "orientation": "h",
        "y": [_key(span.key) for span in known],
        "base": [span.days[0].isoformat() for span in known],
        "x": [((span.days[-1] - span.days[0]).days + 1) * _DAY_MS for span in known],
        "marker": {"line": {"width": 4}},  # or a single day would be a hair
        "customdata": [_plain(f"{span.label}: {words.period(span, locale)}") for span in known],
        "hovertemplate": _HOVER,
    }
    notes = [
        {"x": 0, "xref": "paper", "xanchor": "left", "y": _key(span.key), "text": _plain(words.period(span, locale))}
        for span in timeline.spans
        if not span.days
    ]
    axis = {"type": "date", "tickformat": "%b %Y"}
    return [trace], {"annotations": notes, "showlegend": False, "xaxis": axis}


def _room(chart: Chart, canvas: Canvas, locale: Locale) -> _Attributes:
    """Return the part of the layout that depends on the width: names beside the bars, or above them.

    Plotly gives every row the same height, so that all have as much as the one with the longest name.
    """
    if isinstance(chart, Lines):
        return interactive_lines.room(max(_ABOVE, _key_height(tuple(curve.label for curve in chart.curves))), canvas)
    lines = [TextRole.LABEL.wrapped(label, canvas.beside or _NAMES_ABOVE) for _, label in _names(chart)]
    texts = ["<br>".join(map(_plain, found)) for found in lines]
    most = max(map(len, lines)) * TextRole.LABEL.line_height
    bars = (len(chart.series) if isinstance(chart, Bars) and chart.mode is Mode.GROUPED else 1) * _BAR
    row = max(most, bars) + _GAP if canvas.beside else most + bars + _GAP
    above = max(_ABOVE, _key_height(chart.series if isinstance(chart, Bars) else ())) + (
        0 if canvas.beside else most // 2
    )
    below = _AXIS if isinstance(chart, Timeline) else 0
    room: _Attributes = {
        "bargap": round(1 - bars / row, 3),
        "height": above + row * len(lines) + below,
        "margin": {
            "l": SPACE,
            "r": _after(chart, locale),
            "t": above,
            "b": below,
            "pad": SPACE if canvas.beside else 0,
        },
        # Lines across the names above the bars would strike them out.
        "xaxis": {"nticks": 6, "showgrid": True} if canvas.beside else {"nticks": 4, "ticks": "outside"},
        "yaxis": {"ticktext": texts, "showticklabels": bool(canvas.beside)},
    }
    if not canvas.beside:
        place = {"x": 0, "xref": "paper", "xanchor": "left", "yanchor": "bottom", "yshift": bars // 2, "align": "left"}
        names = zip((key for key, _ in _names(chart)), texts, strict=True)
        room["annotations"] = [{**place, "y": key, "text": text} for key, text in names]
    return room


def _key_height(series: tuple[str, ...]) -> int:
    """Return the height in px of the names of the series, were each to need lines of its own."""
    if len(series) <= 1:
        return 0
    wrapped = [len(TextRole.NOTE.wrapped(name, _KEY_WIDTH)) for name in series]
    short = sum(TextRole.NOTE.width(name) + _SAMPLE for name in series) <= _KEY_WIDTH
    return (max(wrapped) if short else sum(wrapped)) * _KEY_LINE + _GAP


def _after(chart: Bars | Timeline, locale: Locale) -> int:
    """Return the width in px of the words after the longest bar."""
    if isinstance(chart, Timeline):
        return SPACE
    stacked = chart.mode is Mode.STACKED
    texts = [
        text
        for row in chart.rows
        for text in (
            [words.row_end(row, chart, locale)] if stacked else [words.amount(item, locale) for item in row.amounts]
        )
    ]
    return max(map(TextRole.VALUE.width, texts)) + 2 * SPACE


def _said(amount: Amount | None, total: Decimal, bars: Bars, locale: Locale) -> str:
    """Return what stands in or at a bar; nothing where the sum of the row says the same."""
    alone = bars.mode is Mode.STACKED and bars.totals and amount is not None and amount.number == total
    empty = bars.mode is Mode.STACKED and amount is not None and not amount.number
    return "" if amount is None or alone or empty else _plain(words.amount(amount, locale))


def _hover(label: str, series: str, amount: Amount | None, bars: Bars, locale: Locale) -> str:
    named = f"{label}, {series}" if len(bars.series) > 1 else label
    text = words.amount(amount, locale)
    if amount:
        text = f"{text} {bars.unit.one if amount.number == 1 else bars.unit.many}"
    return _plain(f"{named}: {text}")


def _number(amount: Amount | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount.number) if amount.number == int(amount.number) else float(amount.number)


def _plain(text: str) -> str:
    """Return the text so that plotly, which knows some HTML, shows it as it is."""
    return escape(text, quote=False)
