"""The figures of commitments before and after a proposal, where it moves them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from actionplan.diff.before_after import BeforeAfter
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import CRITICAL, FIGURES, CommitmentMetrics, GroupMetrics
from actionplan.model import CommitmentFile
from actionplan.pages import figures

_FORECAST = msg("Pronóstico del resultado final")
_COUNTED = msg("Compromisos que cuentan")
_OF = msg("{have} de {of}")
_NOTHING = "—"


class Moved(NamedTuple):
    """Represent a figure that is another after a proposal, as people read it."""

    title: str
    before: str
    after: str


class Affected(NamedTuple):
    """Represent a commitment as proposed, or the plan if None, with the figures of it that a proposal moves."""

    commitment_file: CommitmentFile | None
    figures: tuple[Moved, ...]


def figures_moved(plans: BeforeAfter, locale: Locale) -> tuple[Affected, ...]:
    """Return the plan, if it is measured otherwise, and the commitments whose figures a proposal moves, by number."""
    affected = []
    if plans.whole:
        before, after = (_words_of_all(metrics, locale) for metrics in plans.whole)
        affected.append(Affected(None, tuple(_differing(before, after))))
    for measured in plans.commitments:
        before, after = (_words(metrics, locale) for metrics in measured.metrics)
        affected.append(Affected(measured.files[1], tuple(_differing(before, after))))
    return tuple(item for item in affected if item.figures)


def _differing(was: dict[str, str], now: dict[str, str]) -> Iterator[Moved]:
    return (Moved(title, was[title], now[title]) for title in now if was[title] != now[title])


def _words_of_all(its: GroupMetrics, locale: Locale) -> dict[str, str]:
    """Return the figures of the plan by their titles."""
    said = {
        "real": figures.percent(its.real.value, locale),
        "verified": figures.percent(its.verified.value, locale),
        "expected": figures.percent(its.expected.value, locale),
        "deviation": figures.points(its.deviation.value, locale),
        "light": locale.translate(its.light.label),
    }
    counted = {locale.translate(_COUNTED): locale.number(len(its.commitments))}
    return counted | _titled(said, locale)


def _titled(said: dict[str, str], locale: Locale) -> dict[str, str]:
    return {locale.translate(metric.title): said[metric.key] or _NOTHING for metric in FIGURES if metric.key in said}


def _words(measured: CommitmentMetrics, locale: Locale) -> dict[str, str]:
    """Return every figure that can say how a commitment goes, by its title, in the order of their rules."""
    its, translate = measured.figures, locale.translate
    said = {
        "state": translate(its.state.label),
        "standing": translate(its.verification_state.label) if its.verification_state else "",
        "real": figures.progress(its, locale),
        "verified": figures.percent(its.verified, locale),
        "expected": figures.percent(its.expected, locale),
        "deviation": figures.points(its.deviation, locale),
        "light": translate(its.light.label),
        "overdue": locale.number(its.overdue),
        "rescheduled_days": figures.days(its.rescheduled_days, locale),
        "evidence": translate(_OF).format(have=its.evidence.have, of=its.evidence.of) if its.evidence.of else "",
        "level": translate(its.level.label) if its.level else "",
    }
    forecast = locale.date(measured.path.forecast_end) if measured.path.forecast_end else _NOTHING
    critical = _NOTHING if measured.path.problem else ", ".join(measured.path.critical)
    return {**_titled(said, locale), translate(_FORECAST): forecast, translate(CRITICAL.title): critical}
