"""How progress came about: of a commitment at each of its records, of the plan month by month."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from actionplan.charts.data import Curve, Lines, Point
from actionplan.charts.origin import DataOrigin, Unit
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import PlanSnapshot, Snapshot, plan_snapshots
from actionplan.model import CommitmentFile, Plan
from actionplan.text.rounding import half_up

_REAL, _VERIFIED, _EXPECTED = msg("Avance real"), msg("Avance verificado"), msg("Avance esperado")
_RULE = msg(
    "En cada fecha cuenta lo que se había registrado hasta ese día: cada avance, verificación, impugnación, corrección "
    "o reprogramación; lo que no se había reportado suma 0. Lo que se corrigió después sigue a la vista donde estaba. "
    "Lo esperado tiene además una marca donde empieza o concluye una actividad y en la víspera de una "
    "reprogramación."
)
_PLAN_RULE = msg(
    "A fin de mes y en la fecha de corte, el promedio de los compromisos que ya tenían un avance reportado ese día."
)
_FEW = 2
_PERCENT = Unit("%", "%")


def progress_of_commitment(
    commitment_file: CommitmentFile, found: Sequence[Snapshot], cutoff: date, commits: Mapping[str, str], locale: Locale
) -> Lines | None:
    """Draw reported, verified and expected progress at each record; nothing before there is a report.

    Args:
        commitment_file: The commitment.
        found: Its past.
        cutoff: The day of the figures.
        commits: By the path of a record, the short name of the commit that brought it in, where that is known.
        locale: The language of the words.
    """
    if not found:
        return None
    # Where the schedule alone turns, nothing was said of how far the work is.
    said = [moment for moment in found if moment.records or moment in (found[0], found[-1])]
    curves = (
        _curve(_REAL, [(moment, moment.real) for moment in said], locale, holds=True),
        _curve(_VERIFIED, [(moment, moment.verified) for moment in said], locale, holds=True),
        _curve(_EXPECTED, [(moment, moment.expected) for moment in found], locale),
    )
    names = {entry.path: entry.stem for entry in (*commitment_file.reports, *commitment_file.verifications)}
    moves = locale.translate(msg("Reprogramación"))
    notes = tuple(
        (moment.date, _named(names[path], commits.get(path), locale) if path in names else moves)
        for moment in found
        for path in moment.records
    )
    return Lines(
        "avance-en-el-tiempo",
        locale.translate(msg("El avance en el tiempo")),
        locale.translate(msg("Fecha")),
        DataOrigin(locale.translate(_RULE), cutoff, ()),
        curves,
        _PERCENT,
        notes,
        locale.translate(msg("Registros de ese día")),
    )


def progress_of_plan(plan: Plan, histories: Mapping[str, tuple[Snapshot, ...]], locale: Locale) -> Lines | None:
    """Mean progress of a plan's commitments over time; nothing before there are reports of two dates.

    Args:
        plan: The plan.
        histories: The past of each of its commitments, by id.
        locale: The language of the words.
    """
    cutoff = plan.identity.cutoff
    found = plan_snapshots(plan, histories)
    if len(found) < _FEW:
        return None
    curves = (
        _curve(_REAL, [(moment, moment.real.value) for moment in found], locale),
        _curve(_VERIFIED, [(moment, moment.verified.value) for moment in found], locale),
    )
    return Lines(
        "avance-del-plan",
        locale.translate(msg("El avance del plan en el tiempo")),
        locale.translate(msg("Fecha")),
        DataOrigin(locale.translate(_PLAN_RULE), cutoff, ()),
        curves,
        _PERCENT,
        tuple((moment.date, locale.number(moment.real.of)) for moment in found),
        locale.translate(msg("Compromisos en el promedio")),
    )


def _curve(
    name: str,
    values: list[tuple[Snapshot, Fraction | None]] | list[tuple[PlanSnapshot, Fraction | None]],
    locale: Locale,
    *,
    holds: bool = False,
) -> Curve:
    return Curve(locale.translate(name), tuple(Point(moment.date, _rounded(value)) for moment, value in values), holds)


def _named(record: str, commit: str | None, locale: Locale) -> str:
    return (
        locale.translate(msg("{record} (commit {commit})")).format(record=record, commit=commit) if commit else record
    )


def _rounded(value: Fraction | None) -> Decimal | None:
    return None if value is None else half_up(value, 1)
