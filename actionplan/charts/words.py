"""A chart in words: each amount, each span, the sentence that says what is seen and the one that says why."""

from __future__ import annotations

from decimal import Decimal

from actionplan.charts.data import Amount, Bars, Chart, Mode, Row, Span, Timeline, Unit
from actionplan.language.locale import Locale
from actionplan.language.messages import msg

_FEW = 6
"""As many as a sentence can name; of more it names the highest three."""

_HIGHEST = 3
_FEW_SOURCES = 3

_UNKNOWN = msg("sin dato")
_AT_LEAST = msg("al menos {amount}")
_TOTAL = msg("En total, {amount}.")
_LARGEST = msg("{title}. Los valores más altos: {items}.")
_MISSING = msg("Sin dato: {items}.")
_MISSING_ROWS = msg("Sin dato en {count} de {total} filas.")
_PERIOD = msg("del {start} al {end}")
_SINCE = msg("desde el {start}; fin sin dato")
_UNTIL = msg("hasta el {end}; inicio sin dato")
_SPANS = msg("{title}: {count} periodos, {period}.")
_RULE = msg("Cómo se calcula: {rule}")
_CUTOFF = msg("Fecha de corte: {date}.")
_SOURCE = msg("Fuente: {items}.")
_SOURCES = msg("Fuentes: {count}, citadas en la página de cada dato.")


def amount(value: Amount | None, locale: Locale) -> str:
    """An amount with its source's hedge, or that it is not known."""
    if value is None:
        return locale.translate(_UNKNOWN)
    number = locale.number(value.number)
    return f"{value.hedge} {number}" if value.hedge else number


def counted(number: Decimal, unit: Unit, locale: Locale) -> str:
    """A number with what it counts."""
    return f"{locale.number(number)} {unit.one if number == 1 else unit.many}"


def total(row: Row, locale: Locale) -> str:
    """The sum of a row, «al menos» where something is missing."""
    if not any(row.amounts):
        return amount(None, locale)
    number = locale.number(row.total)
    return number if row.is_whole else locale.translate(_AT_LEAST).format(amount=number)


def period(span: Span, locale: Locale) -> str:
    """When a span was."""
    start, end = (locale.date(day) if day else "" for day in (span.start, span.end))
    if start and end:
        return start if start == end else locale.translate(_PERIOD).format(start=start, end=end)
    if start or end:
        return locale.translate(_SINCE if start else _UNTIL).format(start=start, end=end)
    return locale.translate(_UNKNOWN)


def sentence(chart: Chart, locale: Locale) -> str:
    """What the chart shows, for who cannot see it or would rather read."""
    said = _of_timeline(chart, locale) if isinstance(chart, Timeline) else _of_bars(chart, locale)
    return " ".join([*said, *filter(None, [chart.remark])])


def origin(chart: Chart, locale: Locale) -> str:
    """The rule, the date and the sources of the figures."""
    about = chart.origin
    parts = [
        locale.translate(_RULE).format(rule=about.rule),
        locale.translate(_CUTOFF).format(date=locale.date(about.cutoff)),
    ]
    if len(about.sources) > _FEW_SOURCES:
        parts.append(locale.translate(_SOURCES).format(count=locale.number(len(about.sources))))
    elif about.sources:
        parts.append(locale.translate(_SOURCE).format(items="; ".join(about.sources)))
    return " ".join(parts)


def _of_bars(bars: Bars, locale: Locale) -> list[str]:
    if bars.mode is Mode.STACKED:
        said = _stacked(bars, locale)
    else:
        single = len(bars.series) == 1
        said = [
            _named(
                bars.title if single else f"{bars.title}, {name}",
                [
                    (row.label, known.number, amount(known, locale))
                    for row in bars.rows
                    if (known := row.amounts[index])
                ],
                locale,
            )
            for index, name in enumerate(bars.series)
        ]
        if single and bars.totals:
            said.append(_in_total(bars, locale))
    missing = [row.label for row in bars.rows if not row.is_whole]
    if len(missing) > _FEW:
        count, rows = locale.number(len(missing)), locale.number(len(bars.rows))
        said.append(locale.translate(_MISSING_ROWS).format(count=count, total=rows))
    elif missing:
        said.append(locale.translate(_MISSING).format(items=locale.listed(missing)))
    return [part for part in said if part]


def _stacked(bars: Bars, locale: Locale) -> list[str]:
    if bars.totals:
        rows = [(row.label, row.total, total(row, locale)) for row in bars.rows if any(row.amounts)]
        return [_named(bars.title, rows, locale)]
    columns = zip(*(row.amounts for row in bars.rows), strict=True)
    sums = [sum((known.number for known in column if known), Decimal(0)) for column in columns]
    series = [f"{name} ({locale.number(number)})" for name, number in zip(bars.series, sums, strict=True)]
    return [f"{bars.title}: {locale.listed(series)}."]


def _named(title: str, items: list[tuple[str, Decimal, str]], locale: Locale) -> str:
    """Each item with its amount; of many the highest, those that come first where they are equal."""
    if not items:
        return ""
    chosen = items if len(items) <= _FEW else sorted(items, key=lambda item: -item[1])[:_HIGHEST]
    listed = locale.listed([f"{label} ({text})" for label, _, text in chosen])
    return f"{title}: {listed}." if chosen is items else locale.translate(_LARGEST).format(title=title, items=listed)


def _in_total(bars: Bars, locale: Locale) -> str:
    known = [row for row in bars.rows if any(row.amounts)]
    if len(known) <= 1:
        return ""
    text = counted(sum((row.total for row in known), Decimal(0)), bars.unit, locale)
    if len(known) < len(bars.rows):
        text = locale.translate(_AT_LEAST).format(amount=text)
    return locale.translate(_TOTAL).format(amount=text)


def _of_timeline(timeline: Timeline, locale: Locale) -> list[str]:
    known = [span for span in timeline.spans if span.days]
    missing = [span.label for span in timeline.spans if not span.days]
    said = []
    if len(known) > _FEW:
        days = [day for span in known for day in span.days]
        whole = period(Span("whole", "", min(days), max(days)), locale)
        count = locale.number(len(known))
        said.append(locale.translate(_SPANS).format(title=timeline.title, count=count, period=whole))
    elif known:
        items = "; ".join(f"{span.label} ({period(span, locale)})" for span in known)
        said.append(f"{timeline.title}: {items}.")
    if missing:
        said.append(locale.translate(_MISSING).format(items=locale.listed(missing)))
    return said
