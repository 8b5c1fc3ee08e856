"""A chart as a plotly figure in JSON, for `client/graficas.js`.

The figure holds structure and words but no colour: its template says which series has which pattern, and the
client fills in the colours of the page's scheme. Keys are sorted and nothing is random: same chart, same bytes.
"""

from __future__ import annotations

import json
from datetime import timedelta
from decimal import Decimal
from html import escape
from typing import NamedTuple

from babel.dates import get_day_names, get_month_names
from plotly import graph_objects as go

from actionplan.charts import words
from actionplan.charts.data import Amount, Bars, Chart, Mode, Timeline
from actionplan.charts.shapes import Role
from actionplan.language.locale import Locale
from actionplan.language.messages import msg

_PATTERNS = ("", "/", "", ".", "-", "x")
"""Plotly's nearest to the patterns of the static drawing, series by series."""

_BAR = 24
_GAP = 18
_LINE = 18
_MARGIN = 60
_SHORT = 110  # px of a name in a narrow place
_LONG = 250
_DAY_MS = 86_400_000

_DOWNLOAD = msg("Guardar la gráfica como imagen")


class _Name(NamedTuple):
    """What a row is called."""

    key: str
    label: str
    short: str


def payload(chart: Chart, locale: Locale) -> str:
    """Everything that the client needs, as JSON that may stand inside a page's script element."""
    names = [_Name(item.key, item.label, item.short or item.label) for item in _items(chart)]
    figure = _timeline(chart, locale) if isinstance(chart, Timeline) else _bars(chart, locale)
    group = len(chart.series) if isinstance(chart, Bars) and chart.mode is Mode.GROUPED else 1
    figure.update_layout(
        template=_template(),
        separators=_separators(locale),
        yaxis={"tickvals": [name.key for name in names]},
        **_room([name.label for name in names], _LONG, group),
    )
    content = {
        "figure": figure.to_plotly_json(),
        "narrow": _room([name.short for name in names], _SHORT, group),
        "locale": {"name": locale.code, "format": _format(locale)},
        "words": {"download": locale.translate(_DOWNLOAD)},
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")  # or a text could close the script element


def _items(chart: Chart) -> tuple[_Named, ...]:
    return chart.spans if isinstance(chart, Timeline) else chart.rows


def _bars(bars: Bars, locale: Locale) -> go.Figure:
    traces = [
        go.Bar(
            name=_plain(name),
            orientation="h",
            y=[row.key for row in bars.rows],
            x=[_number(row.amounts[index]) for row in bars.rows],
            customdata=[_hover(row.label, name, row.amounts[index], bars, locale) for row in bars.rows],
            hovertemplate="%{customdata}<extra></extra>",
        )
        for index, name in enumerate(bars.series)
    ]
    stacked = bars.mode is Mode.STACKED
    layout = go.Layout(barmode="stack" if stacked else "group", showlegend=len(traces) > 1)
    whole = all(value == int(value) for trace in traces for value in trace.x if value is not None)
    layout.xaxis = {"rangemode": "tozero", "tickformat": ",d" if whole else ",", "nticks": 6}
    return go.Figure(traces, layout)


def _timeline(timeline: Timeline, locale: Locale) -> go.Figure:
    spans = [span for span in timeline.spans if span.start or span.end]
    ends = [(span.start or span.end, span.end or span.start) for span in spans]
    trace = go.Bar(
        orientation="h",
        y=[span.key for span in spans],
        base=[start.isoformat() for start, _ in ends],
        x=[((end + timedelta(days=1)) - start).days * _DAY_MS for start, end in ends],
        customdata=[_plain(f"{span.label}: {words.period(span, locale)}") for span in spans],
        hovertemplate="%{customdata}<extra></extra>",
    )
    keys = [span.key for span in timeline.spans]
    return go.Figure([trace], go.Layout(showlegend=False, xaxis={"type": "date"}, yaxis={"categoryarray": keys}))


def _template() -> go.layout.Template:
    axis = {"fixedrange": True, "zeroline": False, "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "bargap": 0.3,
            "dragmode": False,  # a finger that scrolls the page must not be caught by a chart
            "hovermode": "closest",
            "hoverlabel": {"align": "left", "namelength": -1},
            "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
            "margin": {"l": 8, "r": 16, "t": 32, "b": 8, "pad": 6},
            "xaxis": {**axis, "showgrid": True},
            "yaxis": {**axis, "type": "category", "autorange": "reversed", "showgrid": False},
        },
        data={"bar": [{"marker": {"pattern": {"shape": shape, "size": 8}}} for shape in _PATTERNS]},
    )


def _room(names: list[str], width: int, group: int) -> dict[str, object]:
    """The names of the rows in lines of a width, and the height in px that the chart then needs."""
    wrapped = [Role.LABEL.wrapped(name, width) for name in names]
    height = sum(max(len(lines) * _LINE, group * _BAR) + _GAP for lines in wrapped)
    most = max(len(lines) * _LINE for lines in wrapped)
    # Plotly gives every row the same room: as much as the row with the most lines.
    even = len(wrapped) * (max(most, group * _BAR) + _GAP // 2)
    ticks = ["<br>".join(_plain(line) for line in lines) for lines in wrapped]
    return {"height": min(height, even) + _MARGIN, "yaxis_ticktext": ticks}


def _hover(label: str, series: str, amount: Amount | None, bars: Bars, locale: Locale) -> str:
    text = words.amount(amount, locale)
    if amount:
        text = f"{text} {bars.unit.one if amount.number == 1 else bars.unit.many}"
    named = f"{label}, {series}" if len(bars.series) > 1 else label
    return _plain(f"{named}: {text}")


def _number(amount: Amount | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount.number) if amount.number == int(amount.number) else float(amount.number)


def _plain(text: str) -> str:
    """The text so that plotly, which knows some HTML, shows it as it is."""
    return escape(text, quote=False)


def _separators(locale: Locale) -> str:
    sample = locale.number(Decimal("1234.5"))
    return f"{sample[-2]}{sample[1]}"


def _format(locale: Locale) -> dict[str, object]:
    """Names of days and months as d3 wants them, weeks from Sunday."""
    found: dict[str, object] = {}
    for name, width in (("ays", "wide"), ("hortDays", "abbreviated")):
        days = get_day_names(width, locale=locale.code)
        found["d" + name if name == "ays" else "s" + name] = [days[(index - 1) % 7] for index in range(7)]
    for name, width in (("months", "wide"), ("shortMonths", "abbreviated")):
        months = get_month_names(width, locale=locale.code)
        found[name] = [months[index] for index in range(1, 13)]
    return found
