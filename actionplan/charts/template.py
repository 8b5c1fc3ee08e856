"""How every interactive chart looks, but for its colours: a plotly template that the client fills in."""

from typing import Any, Final

from babel.dates import get_day_names, get_month_names

from actionplan.language.locale import Locale

SPACE: Final = 6
"""Px between bars and words."""

_PATTERNS = ("", "/", "", ".", "-", "x")
"""Plotly's nearest to the patterns of the static drawing, series by series."""

_CURVES = (
    *(("solid", "circle"), ("dash", "square-open"), ("dot", "triangle-up")),
    *(("dashdot", "diamond-open"), ("4px,2px", "x-thin-open"), ("1px,2px", "triangle-down-open")),
)
"""Dashes and shapes of points, likewise."""

_AXIS = {"fixedrange": True, "showgrid": False, "ticks": "", "zeroline": False}

TEMPLATE: Final[dict[str, Any]] = {
    "layout": {
        "annotationdefaults": {"showarrow": False},
        "dragmode": False,  # a finger that scrolls the page must not be caught by a chart
        "hoverlabel": {"align": "left", "namelength": -1},
        "hovermode": "closest",
        "legend": {
            "bgcolor": "rgba(0,0,0,0)",
            "orientation": "h",
            "traceorder": "normal",
            # Placed in the whole, or plotly would move the bars out of its way.
            "x": 0,
            "xref": "container",
            "y": 1,
            "yanchor": "top",
            "yref": "container",
        },
        "xaxis": {**_AXIS, "tickangle": 0, "ticklen": SPACE},
        "yaxis": {**_AXIS, "automargin": True},
    },
    "data": {
        "bar": [
            {
                "marker": {"line": {"width": 1}, "pattern": {"shape": shape, "size": 8, "solidity": 0.35}},
            }
            for shape in _PATTERNS
        ],
        "scatter": [
            {"line": {"dash": dash, "width": 2}, "marker": {"size": 9, "symbol": symbol, "line": {"width": 2}}}
            for dash, symbol in _CURVES
        ],
    },
}


def calendar(locale: Locale) -> dict[str, list[str]]:
    """Return names of days and months as plotly wants them, weeks from Sunday."""
    code = locale.code
    days = {"days": get_day_names("wide", locale=code), "shortDays": get_day_names("abbreviated", locale=code)}
    months = {
        "months": get_month_names("wide", locale=code),
        "shortMonths": get_month_names("abbreviated", locale=code),
    }
    return {
        **{name: [found[(index - 1) % 7] for index in range(7)] for name, found in days.items()},
        **{name: [found[index] for index in range(1, 13)] for name, found in months.items()},
    }
