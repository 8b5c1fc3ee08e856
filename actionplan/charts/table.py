"""A chart as a table: the same figures, for eyes that prefer them, for screen readers and for copying."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actionplan.charts import words
from actionplan.charts.data import Bars, Chart, Lines, Mode, Timeline
from actionplan.language.locale import Locale
from actionplan.language.messages import msg


@dataclass(frozen=True, slots=True)
class Cell:
    """Represent a cell of the table.

    Attributes:
        text: What it says.
        scope: ``col`` or ``row`` if it is a header.
        number: Whether it holds a number, or the word that there is none.
        lang: The language of its text where it is not the page's.
    """

    text: str
    scope: str = ""
    number: bool = False
    lang: str = ""


@dataclass(frozen=True, slots=True)
class DataTable:
    """Represent rows of cells, the first of which is a header of each row."""

    head: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def table(chart: Chart, locale: Locale) -> DataTable:
    """Set out every figure of a chart, in its order."""
    if isinstance(chart, Lines):
        return _of_lines(chart, locale)
    return _of_timeline(chart, locale) if isinstance(chart, Timeline) else _of_bars(chart, locale)


def _of_bars(bars: Bars, locale: Locale) -> DataTable:
    sums = bars.mode is Mode.STACKED and bars.totals
    unit = bars.unit.many
    named = (_with_unit(name, unit, locale) for name in bars.series)
    head = [bars.heading, *named, *([locale.translate(msg("Total"))] if sums else [])]
    return DataTable(
        tuple(Cell(text, "col", number=index > 0) for index, text in enumerate(head)),
        tuple(
            (
                Cell(row.label, "row", lang=row.lang),
                *(Cell(words.amount(value, locale), number=True) for value in row.amounts),
                *([Cell(words.total(row, locale), number=True)] if sums else []),
            )
            for row in bars.rows
        ),
    )


def _of_timeline(timeline: Timeline, locale: Locale) -> DataTable:
    unknown = words.amount(None, locale)
    head = (timeline.heading, locale.translate(msg("Inicio")), locale.translate(msg("Conclusión")))
    return DataTable(
        tuple(Cell(text, "col") for text in head),
        tuple(
            (
                Cell(span.label, "row", lang=span.lang),
                *(Cell(locale.date(day) if day else unknown) for day in (span.start, span.end)),
            )
            for span in timeline.spans
        ),
    )


def _of_lines(lines: Lines, locale: Locale) -> DataTable:
    """Return a row a day; a curve without a point on it leaves its cell empty, which is not «sin dato»."""
    notes: dict[date, list[str]] = {}
    for day, note in lines.notes:
        notes.setdefault(day, []).append(note)
    points = [{point.day: point for point in curve.points} for curve in lines.curves]
    unknown = words.amount(None, locale)
    rows = []
    for day in lines.days:
        found = [its.get(day) for its in points]
        texts = [
            "" if point is None else unknown if point.value is None else locale.number(point.value) for point in found
        ]
        told = [Cell("; ".join(notes.get(day, ())))] if notes else []
        rows.append((Cell(locale.date(day), "row"), *(Cell(text, number=True) for text in texts), *told))
    names = (_with_unit(curve.label, lines.unit.many, locale) for curve in lines.curves)
    head = [Cell(lines.heading, "col"), *(Cell(name, "col", number=True) for name in names)]
    return DataTable((*head, *([Cell(lines.notes_heading, "col")] if notes else [])), tuple(rows))


def _with_unit(name: str, unit: str, locale: Locale) -> str:
    return name if unit in name.lower() else locale.translate(msg("{name} ({unit})")).format(name=name, unit=unit)
