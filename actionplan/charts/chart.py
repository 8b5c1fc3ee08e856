"""A chart in all its forms."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from markupsafe import Markup

from actionplan.charts import bars_layout, interactive, lines_layout, timeline_layout, words
from actionplan.charts.data import Chart, Lines, Timeline
from actionplan.charts.shapes import CANVASES, Canvas, Drawing
from actionplan.charts.svg import write
from actionplan.charts.table import DataTable, table
from actionplan.language.locale import Locale


@dataclass(frozen=True, eq=False)
class Drawn:
    """Describe what a page needs to show a chart, each form made when it is asked for."""

    chart: Chart
    locale: Locale

    @property
    def id(self) -> str:
        """Return the id of the figure on its page."""
        return self.chart.id

    @property
    def title(self) -> str:
        """Return what the chart is called."""
        return self.chart.title

    @cached_property
    def sentence(self) -> str:
        """Return what the chart shows, in a sentence."""
        return words.sentence(self.chart, self.locale)

    @property
    def origin(self) -> str:
        """Return the rule, the date and the sources of its figures."""
        return words.origin(self.chart, self.locale)

    @property
    def drawings(self) -> Markup:
        """Return the static drawings, for wide and for narrow places; the style sheet shows the one that fits."""
        return Markup("\n").join(
            write(lay_out(self.chart, canvas, self.locale), self.id, canvas, self.title, self.sentence)
            for canvas in CANVASES
        )

    @property
    def table(self) -> DataTable:
        """Return every figure of the chart, as a table."""
        return table(self.chart, self.locale)

    @property
    def data(self) -> Markup:
        """Return what the client draws the interactive chart from: JSON that is safe inside a script element."""
        return Markup(interactive.payload(self.chart, self.locale))  # noqa: S704 - no «<» is left in it


def lay_out(chart: Chart, canvas: Canvas, locale: Locale) -> Drawing:
    """Place the pieces of a chart of any kind."""
    if isinstance(chart, Timeline):
        return timeline_layout.lay_out(chart, canvas, locale)
    if isinstance(chart, Lines):
        return lines_layout.lay_out(chart, canvas, locale)
    return bars_layout.lay_out(chart, canvas, locale)
