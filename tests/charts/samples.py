"""Charts small enough to know by heart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from actionplan.charts.data import Amount, BarRow, Bars, Curve, Lines, Mode, Point, Timeline, TimelineSpan
from actionplan.charts.origin import DataOrigin, Unit

ORIGIN = DataOrigin("Se cuentan las personas.", date(2020, 12, 31), ("Acta de la mesa",))
PEOPLE = Unit("persona", "personas")


def amount(number: int | str | None) -> Amount | None:
    return None if number is None else Amount(Decimal(number))


def row(label: str, *numbers: int | str | None) -> BarRow:
    return BarRow(label.lower().replace(" ", "-"), label, tuple(map(amount, numbers)))


def bars(
    *rows: BarRow, series: tuple[str, ...] = ("Personas",), mode: Mode = Mode.GROUPED, totals: bool = True
) -> Bars:
    return Bars("prueba", "Personas por sector", "Sector", ORIGIN, rows, series, PEOPLE, mode, totals)


def stacked(*rows: BarRow, totals: bool = True, series: tuple[str, ...] = ("Mujeres", "Hombres")) -> Bars:
    return bars(*rows, series=series, mode=Mode.STACKED, totals=totals)


def timeline(*spans: TimelineSpan) -> Timeline:
    return Timeline("fases", "Las fases", "Fase", ORIGIN, spans)


def span(label: str, start: str = "", end: str = "") -> TimelineSpan:
    first, last = (date.fromisoformat(day) if day else None for day in (start, end))
    return TimelineSpan(label.lower(), label, first, last)


def curve(label: str, *points: tuple[str, int | str | None], holds: bool = False) -> Curve:
    found = ((date.fromisoformat(day), None if value is None else Decimal(value)) for day, value in points)
    return Curve(label, tuple(Point(day, value) for day, value in found), holds)


def lines(*curves: Curve, notes: tuple[tuple[date, str], ...] = ()) -> Lines:
    return Lines("curvas", "Personas en el tiempo", "Fecha", ORIGIN, curves, PEOPLE, notes, "Qué pasó")


SECTORS = bars(row("Gobierno", 1267), row("Academia", 20), row("Sector privado", None))
HEDGED = replace(SECTORS, rows=(BarRow("a", "Sociedad civil", (Amount(Decimal(500), "cerca de"),)),))
BY_SEX = stacked(row("Gobierno", 3, 1), row("Academia", 0, 0), row("Sociedad civil", 2, None))
PHASES = timeline(
    span("Consulta", "2019-05-24", "2019-06-17"), span("Cierre", "2019-12-10", "2019-12-10"), span("Después")
)
GROWTH = lines(
    curve("Con fecha", ("2019-06-01", 0), ("2019-09-01", None), ("2020-01-15", "62.5"), holds=True),
    curve("Esperado", ("2019-06-01", 0), ("2020-01-15", 100)),
    notes=((date(2020, 1, 15), "Avance"),),
)
CROWD = lines(*(curve(f"Curva {number}", ("2020-01-01", number), ("2020-06-01", 9 - number)) for number in range(1, 7)))
ALL = (SECTORS, HEDGED, BY_SEX, PHASES, GROWTH, CROWD)
