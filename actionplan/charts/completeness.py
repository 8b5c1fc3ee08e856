"""How much of the eight elements that the method asks for each commitment has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from actionplan.charts.data import MOST_ROWS, Amount, BarRow, Bars, Mode
from actionplan.charts.origin import Unit
from actionplan.charts.sources import language_of, origin
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import Element, Presence
from actionplan.metrics.elements import elements
from actionplan.model import LocalizedPlan

_ORDER = (Presence.WHOLE, Presence.PART, Presence.NONE)
_COMMITMENTS = (msg("compromiso"), msg("compromisos"))
_ELEMENTS = (msg("elemento"), msg("elementos"))
_RULE = msg(
    "Se cuentan los ocho elementos que pide el método en los archivos de cada compromiso: «Presente» si nada falta, "
    "«En parte» si falta en algunas actividades, instituciones o indicadores, «Ausente» si no está."
)


def completeness_by_commitment(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """Draw a bar a commitment, cut into what is there whole, in part and not at all; nothing if they are too many."""
    commitment_files = localized.plan.commitment_files
    if not 0 < len(commitment_files) <= MOST_ROWS:
        return None
    rows = [
        _row(
            name,
            f"{commitment_file.commitment.model.number}. {commitment_file.commitment.model.title}",
            elements(commitment_file),
            language_of(commitment_file.commitment, localized, locale),
        )
        for name, commitment_file in commitment_files.items()
    ]
    names = ("elementos-por-compromiso", msg("Los ocho elementos en cada compromiso"), msg("Compromiso"))
    return _bars(names, rows, _ELEMENTS, localized, locale)


def completeness_by_element(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """Draw a bar an element, cut into the commitments that have it whole, in part and not at all."""
    columns = list(zip(*map(elements, localized.plan.commitment_files.values()), strict=True))
    if not columns:
        return None
    rows = [_row(column[0].key, locale.translate(column[0].title), column) for column in columns]
    names = ("compromisos-por-elemento", msg("Compromisos que tienen cada elemento"), msg("Elemento"))
    return _bars(names, rows, _COMMITMENTS, localized, locale)


def _row(key: str, label: str, counted: Sequence[Element], language: str = "") -> BarRow:
    presences = [element.presence for element in counted]
    return BarRow(key, label, tuple(Amount(Decimal(presences.count(presence))) for presence in _ORDER), language)


def _bars(
    names: tuple[str, str, str], rows: Iterable[BarRow], unit: tuple[str, str], localized: LocalizedPlan, locale: Locale
) -> Bars:
    name, title, heading = names
    return Bars(
        name,
        locale.translate(title),
        locale.translate(heading),
        origin(localized.plan, locale.translate(_RULE)),
        tuple(rows),
        tuple(locale.translate(presence.value) for presence in _ORDER),
        Unit(*map(locale.translate, unit)),
        Mode.STACKED,
        totals=False,
        summed=Unit(*map(locale.translate, _ELEMENTS)),
    )
