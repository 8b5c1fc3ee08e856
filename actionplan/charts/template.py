"""How every interactive chart looks, but for its colours: a plotly template that the client fills in."""

from typing import Any, Final

SPACE: Final = 6
"""Px between bars and words."""

_PATTERNS = ("", "/", "", ".", "-", "x")
"""Plotly's nearest to the patterns of the static drawing, series by series."""

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
        "yaxis": {**_AXIS, "automargin": True, "type": "category"},
    },
    "data": {
        "bar": [
            {
                "marker": {"line": {"width": 1}, "pattern": {"shape": shape, "size": 8, "solidity": 0.35}},
            }
            for shape in _PATTERNS
        ]
    },
}
