"""A chart as a plotly figure in JSON, for `client/graficas.js`.

The figure holds structure and words but no colour: its template says which series has which pattern, and the
client fills in the colours of the page's scheme. Keys are sorted and nothing is random: same chart, same bytes.
"""

from __future__ import annotations

import json
from decimal import Decimal
from html import escape

from babel.dates import get_day_names, get_month_names
from plotly import graph_objects as go

from actionplan.charts import words
from actionplan.charts.data import Amount, Bars, Chart, Mode, Timeline
from actionplan.charts.shapes import Role
from actionplan.language.locale import Locale
from actionplan.language.messages import msg

_PATTERNS = ("", "/", "", ".", "-", "x")
"""Plotly's nearest to the patterns of the static drawing, series by series."""

_BAR = 22
_GAP = 14
_FRAME = 70  # px above and below the bars: axis and, for several series, the key
_NARROW = 110  # px for the names of the rows in a narrow place
_WIDE = 250
_BESIDE = 36  # px from the end of a bar, past its value
_DAY_MS = 86_400_000

_DOWNLOAD = msg("Guardar la gráfica como imagen")
_INCOMPLETE = msg("faltan datos")


def payload(chart: Chart, locale: Locale) -> str:
    """Everything that the client needs, as JSON that may stand inside a page's script element."""
    items = chart.spans if isinstance(chart, Timeline) else chart.rows
    group = len(chart.series) if isinstance(chart, Bars) and chart.mode is Mode.GROUPED else 1
    content = {
        "figure": figure(chart, locale).to_plotly_json(),
        "locale": {"name": locale.code, "format": _calendar(locale) if isinstance(chart, Timeline) else {}},
        "narrow": _room([item.short or item.label for item in items], _NARROW, group),
        "wide": _room([item.label for item in items], _WIDE, group),
        "words": {"download": locale.translate(_DOWNLOAD)},
    }
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return text.replace("<", "\\u003c")  # or a text could close the script element


def figure(chart: Chart, locale: Locale) -> go.Figure:
    """The figure alone; its rows go by their keys, which ``payload`` gives names for the room there is."""
    made = _of_timeline(chart, locale) if isinstance(chart, Timeline) else _of_bars(chart, locale)
    keys = [item.key for item in (chart.spans if isinstance(chart, Timeline) else chart.rows)]
    sample = locale.number(Decimal("1234.5"))
    made.update_layout(
        template=_template(),
        separators=f"{sample[-2]}{sample[1]}",
        yaxis={"categoryarray": keys, "categoryorder": "array", "tickvals": keys},
    )
    return made


def _of_bars(bars: Bars, locale: Locale) -> go.Figure:
    stacked = bars.mode is Mode.STACKED
    made = go.Figure(layout={"barmode": "stack" if stacked else "group", "showlegend": len(bars.series) > 1})
    for index, name in enumerate(bars.series):
        amounts = [row.amounts[index] for row in bars.rows]
        made.add_bar(
            name=_plain(name),
            orientation="h",
            y=[row.key for row in bars.rows],
            x=[_number(amount) for amount in amounts],
            text=[_plain(words.amount(amount, locale)) if amount and amount.number else "" for amount in amounts],
            textposition="inside" if stacked else "outside",
            customdata=[_hover(row.label, name, row.amounts[index], bars, locale) for row in bars.rows],
            hovertemplate="%{customdata}<extra></extra>",
        )
    for row in bars.rows:
        if not row.is_whole:
            made.add_annotation(_missing(row.key, row.amounts, stacked=stacked, locale=locale))
    numbers = [amount.number for row in bars.rows for amount in row.amounts if amount]
    made.update_xaxes(rangemode="tozero", tickformat=",d" if all(n == int(n) for n in numbers) else ",", nticks=6)
    return made


def _missing(key: str, amounts: tuple[Amount | None, ...], *, stacked: bool, locale: Locale) -> dict[str, object]:
    """Words where a bar should be, or after those that are there."""
    known = [amount.number for amount in amounts if amount]
    end = (sum(known) if stacked else max([Decimal(0), *known])) if known else Decimal(0)
    text = locale.translate(_INCOMPLETE) if known else words.amount(None, locale)
    place = {"x": float(end), "xshift": _BESIDE if known else 0, "y": key}
    return {**place, "text": _plain(text), "showarrow": False, "xanchor": "left"}


def _of_timeline(timeline: Timeline, locale: Locale) -> go.Figure:
    made = go.Figure(layout={"showlegend": False, "xaxis": {"type": "date"}})
    known = [span for span in timeline.spans if span.days]
    made.add_bar(
        orientation="h",
        y=[span.key for span in known],
        base=[span.days[0].isoformat() for span in known],
        x=[((span.days[-1] - span.days[0]).days + 1) * _DAY_MS for span in known],
        customdata=[_plain(f"{span.label}: {words.period(span, locale)}") for span in known],
        hovertemplate="%{customdata}<extra></extra>",
    )
    for span in timeline.spans:
        if not span.days:
            text = _plain(words.period(span, locale))
            made.add_annotation(x=0, xref="paper", y=span.key, text=text, showarrow=False, xanchor="left")
    return made


def _template() -> go.layout.Template:
    axis = {"fixedrange": True, "zeroline": False, "ticks": "", "automargin": True}
    return go.layout.Template(
        layout={
            "bargap": 0.3,
            "dragmode": False,  # a finger that scrolls the page must not be caught by a chart
            "hovermode": "closest",
            "hoverlabel": {"align": "left", "namelength": -1},
            "legend": {"orientation": "h", "x": 0, "y": 1, "yanchor": "bottom", "traceorder": "normal"},
            "margin": {"l": 8, "r": 32, "t": 36, "b": 8, "pad": 6},
            "xaxis": {**axis, "showgrid": True},
            "yaxis": {**axis, "type": "category", "autorange": "reversed", "showgrid": False},
        },
        data={
            "bar": [
                {
                    "marker": {"pattern": {"shape": shape, "size": 8, "solidity": 0.35}},
                    "cliponaxis": False,
                    "constraintext": "none",
                    "textangle": 0,
                    "insidetextanchor": "middle",
                }
                for shape in _PATTERNS
            ]
        },
    )


def _room(names: list[str], width: int, group: int) -> dict[str, object]:
    """The names of the rows in lines of a width, and the height in px that the chart then needs."""
    wrapped = [Role.LABEL.wrapped(name, width) for name in names]
    most = max(len(lines) for lines in wrapped) * Role.LABEL.line_height
    height = len(wrapped) * (max(most, group * _BAR) + _GAP) + _FRAME  # plotly gives every row the same room
    return {"height": height, "yaxis.ticktext": ["<br>".join(map(_plain, lines)) for lines in wrapped]}


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
    """The text so that plotly, which knows some HTML, shows it as it is."""
    return escape(text, quote=False)


def _calendar(locale: Locale) -> dict[str, list[str]]:
    """Names of days and months as plotly wants them, weeks from Sunday."""
    days = {
        "days": get_day_names("wide", locale=locale.code),
        "shortDays": get_day_names("abbreviated", locale=locale.code),
    }
    months = {
        "months": get_month_names("wide", locale=locale.code),
        "shortMonths": get_month_names("abbreviated", locale=locale.code),
    }
    return {
        **{name: [found[(index - 1) % 7] for index in range(7)] for name, found in days.items()},
        **{name: [found[index] for index in range(1, 13)] for name, found in months.items()},
    }
