"""A chart in words: each amount, each span, the sentence that says what is seen and the one that says why."""

from __future__ import annotations

from decimal import Decimal

from actionplan.charts.data import Amount, BarRow, Bars, Chart, Curve, Lines, Mode, Timeline, TimelineSpan
from actionplan.charts.origin import Unit
from actionplan.language.locale import Locale
from actionplan.language.messages import msg

_FEW = 6
"""As many as a sentence can name; of more it names the highest three."""

_HIGHEST = 3
_FEW_SOURCES = 3

_UNKNOWN = msg("sin dato")
_AT_LEAST = msg("al menos {amount}")
_MISSING = msg("Sin dato: {items}.")


def amount(value: Amount | None, locale: Locale) -> str:
    """Return an amount with its source's hedge, or that it is not known."""
    if value is None:
        return locale.translate(_UNKNOWN)
    number = locale.number(value.number)
    return f"{value.hedge} {number}" if value.hedge else number


def counted(number: Decimal, unit: Unit, locale: Locale) -> str:
    """Return a number with what it counts."""
    return f"{locale.number(number)} {unit.one if number == 1 else unit.many}".rstrip()


def total(row: BarRow, locale: Locale) -> str:
    """Return the sum of a row, «al menos» where something is missing."""
    if not any(row.amounts):
        return amount(None, locale)
    number = locale.number(row.total)
    return number if row.is_whole else locale.translate(_AT_LEAST).format(amount=number)


def row_end(row: BarRow, bars: Bars, locale: Locale) -> str:
    """Return what is said after the stacked bars of a row: their sum, or that there is more that is not known."""
    if bars.totals or not any(row.amounts):
        return total(row, locale)
    return "" if row.is_whole else locale.translate(msg("faltan datos"))


def period(span: TimelineSpan, locale: Locale) -> str:
    """Return when a span was."""
    if span.start and span.end:
        return locale.period(span.start, span.end)
    if span.start:
        return locale.translate(msg("desde el {start}; fin sin dato")).format(start=locale.date(span.start))
    return (
        locale.translate(msg("hasta el {end}; inicio sin dato")).format(end=locale.date(span.end))
        if span.end
        else locale.translate(_UNKNOWN)
    )


def sentence(chart: Chart, locale: Locale) -> str:
    """Return what the chart shows, for who cannot see it or would rather read; its title goes before."""
    if isinstance(chart, Lines):
        said = [_of_curve(curve, chart.unit, locale) for curve in chart.curves]
    else:
        said = _of_timeline(chart, locale) if isinstance(chart, Timeline) else _of_bars(chart, locale)
    return " ".join([*said, *filter(None, [chart.remark])])


def origin(chart: Chart, locale: Locale) -> str:
    """Return the rule, the date and the sources of the figures."""
    about = chart.origin
    parts = [
        locale.translate(msg("Cómo se calcula: {rule}")).format(rule=about.rule),
        locale.translate(msg("Fecha de corte: {date}.")).format(date=locale.date(about.cutoff)),
    ]
    if len(about.sources) > _FEW_SOURCES:
        parts.append(
            locale.translate(msg("Fuentes: {count}, citadas en la página de cada dato.")).format(
                count=locale.number(len(about.sources))
            )
        )
    elif about.sources:
        parts.append(locale.translate(msg("Fuente: {items}.")).format(items="; ".join(about.sources)))
    return " ".join(parts)


def _of_bars(bars: Bars, locale: Locale) -> list[str]:
    said = _stacked(bars, locale) if bars.mode is Mode.STACKED else _grouped(bars, locale)
    missing = [row.label for row in bars.rows if not row.is_whole]
    if len(missing) > _FEW:
        count, rows = locale.number(len(missing)), locale.number(len(bars.rows))
        said.append(locale.translate(msg("Sin dato en {count} de {total} filas.")).format(count=count, total=rows))
    elif missing:
        said.append(locale.translate(_MISSING).format(items=locale.listed(missing)))
    return [part for part in said if part]


def _grouped(bars: Bars, locale: Locale) -> list[str]:
    said = []
    for index, name in enumerate(bars.series):
        known = [(row.label, item.number, amount(item, locale)) for row in bars.rows if (item := row.amounts[index])]
        text = _named(known, bars.unit, locale)
        said.append(f"{name}. {text}" if text and len(bars.series) > 1 else text)
    if len(bars.series) == 1 and bars.totals:
        said.append(_in_total(bars, locale))
    return said


def _stacked(bars: Bars, locale: Locale) -> list[str]:
    if bars.totals:
        known = [(row.label, row.total, total(row, locale)) for row in bars.rows if any(row.amounts)]
        return [_named(known, bars.unit, locale)]
    if bars.summed is None:
        return []
    columns = zip(*(row.amounts for row in bars.rows), strict=True)
    sums = [sum((known.number for known in column if known), Decimal(0)) for column in columns]
    texts = [counted(number, bars.summed, locale) for number in sums]
    return [f"{locale.listed([f'{name} ({text})' for name, text in zip(bars.series, texts, strict=True)])}."]


def _named(items: list[tuple[str, Decimal, str]], unit: Unit, locale: Locale) -> str:
    """Return each item with its amount; of many the highest, those that come first where they are equal."""
    if len(items) > 1 and len({text for _, _, text in items}) == 1:
        text = counted(items[0][1], unit, locale)
        return locale.translate(msg("Las {count} barras son iguales: {amount}.")).format(
            count=locale.number(len(items)), amount=text
        )
    chosen = items if len(items) <= _FEW else sorted(items, key=lambda item: -item[1])[:_HIGHEST]
    listed = locale.listed([f"{label} ({text})" for label, _, text in chosen])
    if not listed:
        return ""
    return (
        f"{listed}."
        if chosen is items
        else locale.translate(msg("Los valores más altos: {items}.")).format(items=listed)
    )


def _in_total(bars: Bars, locale: Locale) -> str:
    known = [row for row in bars.rows if any(row.amounts)]
    hedged = any(item.hedge for row in known for item in row.amounts if item)
    if len(known) <= 1 or hedged:
        return ""
    text = counted(sum((row.total for row in known), Decimal(0)), bars.unit, locale)
    if len(known) < len(bars.rows):
        text = locale.translate(_AT_LEAST).format(amount=text)
    return locale.translate(msg("En total, {amount}.")).format(amount=text)


def _of_timeline(timeline: Timeline, locale: Locale) -> list[str]:
    days = [day for span in timeline.spans for day in span.days]
    lengths = [(span.length, span.label) for span in timeline.spans if span.length]
    missing = [span.label for span in timeline.spans if not span.days]
    said = []
    if days:
        said.append(locale.translate(msg("En conjunto, {period}.")).format(period=locale.period(min(days), max(days))))
    if len(lengths) > 1:
        longest, label = max(lengths, key=lambda item: item[0])
        said.append(
            locale.translate(msg("Lo más largo, {label}: {days} días.")).format(
                label=label, days=locale.number(longest)
            )
        )
    if missing:
        said.append(locale.translate(_MISSING).format(items=locale.listed(missing)))
    return said


def _of_curve(curve: Curve, unit: Unit, locale: Locale) -> str:
    """Tell the first and the last value of a curve."""
    known = [(point.day, counted(point.value, unit, locale)) for point in curve.points if point.value is not None]
    if not known:
        return locale.translate(msg("{label}: sin dato.")).format(label=curve.label)
    (start, first), (end, last) = known[0], known[-1]
    said = locale.translate(
        msg("{label}: {first} ({start}).") if start == end else msg("{label}: {first} ({start}) → {last} ({end}).")
    )
    return said.format(label=curve.label, first=first, start=locale.date(start), last=last, end=locale.date(end))
