"""How much of the eight elements that the method asks for each commitment has."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from actionplan.charts.data import MOST_ROWS, Amount, BarRow, Bars, Mode
from actionplan.charts.origin import DataOrigin, Unit
from actionplan.charts.sources import language_of
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics.elements import Presence, elements
from actionplan.model.localized_plan import LocalizedPlan

_ORDER = (Presence.WHOLE, Presence.PART, Presence.NONE)

_RULE = msg(
    "Se cuentan los ocho elementos que pide el método en los archivos de cada compromiso: «Presente» si nada falta, "
    "«En parte» si falta en algunas actividades, instituciones o indicadores, «Ausente» si no está."
)
_BY_COMMITMENT = msg("Los ocho elementos en cada compromiso")
_BY_ELEMENT = msg("Compromisos que tienen cada elemento")


def completeness_by_commitment(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """A bar a commitment, cut into what is there whole, in part and not at all; nothing if they are too many."""
    commitment_files, translate = localized.plan.commitment_files, locale.translate
    if not 0 < len(commitment_files) <= MOST_ROWS:
        return None
    rows = tuple(
        BarRow(
            name,
            f"{commitment_file.commitment.model.number}. {commitment_file.commitment.model.title}",
            _counts(element.presence for element in elements(commitment_file)),
            language_of(commitment_file.commitment, localized, locale),
        )
        for name, commitment_file in commitment_files.items()
    )
    return Bars(
        "elementos-por-compromiso",
        translate(_BY_COMMITMENT),
        translate(msg("Compromiso")),
        rows,
        _series(locale),
        _elements(locale),
        _origin(localized, locale),
        Mode.STACKED,
        totals=False,
        summed=_elements(locale),
    )


def completeness_by_element(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """A bar an element, cut into the commitments that have it whole, in part and not at all."""
    table, translate = (
        [elements(commitment_file) for commitment_file in localized.plan.commitment_files.values()],
        locale.translate,
    )
    if not table:
        return None
    rows = tuple(
        BarRow(column[0].key, translate(column[0].title), _counts(element.presence for element in column))
        for column in zip(*table, strict=True)
    )
    return Bars(
        "compromisos-por-elemento",
        translate(_BY_ELEMENT),
        translate(msg("Elemento")),
        rows,
        _series(locale),
        Unit(translate(msg("compromiso")), translate(msg("compromisos"))),
        _origin(localized, locale),
        Mode.STACKED,
        totals=False,
        summed=_elements(locale),
    )


def _elements(locale: Locale) -> Unit:
    return Unit(locale.translate(msg("elemento")), locale.translate(msg("elementos")))


def _series(locale: Locale) -> tuple[str, ...]:
    return tuple(locale.translate(presence.value) for presence in _ORDER)


def _origin(localized: LocalizedPlan, locale: Locale) -> DataOrigin:
    return DataOrigin(locale.translate(_RULE), localized.plan.identity.cutoff, ())


def _counts(presences: Iterable[Presence]) -> tuple[Amount, ...]:
    found = list(presences)
    return tuple(Amount(Decimal(found.count(presence))) for presence in _ORDER)
