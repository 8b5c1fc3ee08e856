"""What the commitments are about: their topics, and the Sustainable Development Goals they serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal

from actionplan.charts.data import MOST_ROWS, Amount, BarRow, Bars, Mode
from actionplan.charts.goals import GOALS
from actionplan.charts.origin import DataOrigin, Unit
from actionplan.charts.sources import behind, language_of, provenance, titles
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.localized_plan import LocalizedPlan

_THEMES = msg("Compromisos por tema")
_THEME_RULE = msg("Cada compromiso cuenta una vez, en el tema que declara.")
_NO_THEME = msg("De {total} compromisos, {count} no declaran tema.")

_GOALS = msg("Compromisos por Objetivo de Desarrollo Sostenible")
_GOAL_RULE = msg("Cada compromiso cuenta una vez en cada objetivo que declara; una meta, como 16.6, cuenta en el suyo.")
_NO_GOAL = msg("De {total} compromisos, hay {count} de los que no se conoce ningún objetivo.")

_UNSURE_COUNT = msg("De los {known} que lo declaran, {count} constan con menos certeza.")
_SURE = msg("Según una fuente exacta o un resumen")
_UNSURE = msg("Con menos certeza: borrador, prensa, traducción o inferencia")


def commitments_by_theme(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """A bar a topic; nothing if no commitment declares one that the plan has, or if they are too many."""
    trees, translate = localized.plan.trees, locale.translate
    counts = _count(localized, "theme", lambda model: trees.keys() & {model.theme})
    if not counts or len(trees) > MOST_ROWS:
        return None
    series, amounts = _by_certainty(counts, list(trees), locale)
    rows = tuple(
        BarRow(name, entry.model.title, amounts[name], lang=language_of(entry, localized, locale))
        for name, entry in trees.items()
    )
    return Bars(
        "compromisos-por-tema",
        translate(_THEMES),
        translate(msg("Tema")),
        rows,
        series,
        _unit(locale),
        _origin(localized, "theme", _THEME_RULE, locale),
        Mode.STACKED,
        remark=_remark(localized, "theme", _NO_THEME, locale),
    )


def commitments_by_goal(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """A bar a goal, all seventeen; nothing if no commitment names one."""
    translate = locale.translate
    counts = _count(localized, "sdgs", lambda model: {goal.partition(".")[0] for goal in model.sdgs})
    if not counts:
        return None
    numbered = [(str(number), translate(title)) for number, title in enumerate(GOALS, 1)]
    series, amounts = _by_certainty(counts, [number for number, _ in numbered], locale)
    rows = tuple(
        BarRow(
            number,
            f"{number}. {title}",
            amounts[number],
        )
        for number, title in numbered
    )
    return Bars(
        "compromisos-por-ods",
        translate(_GOALS),
        translate(msg("Objetivo")),
        rows,
        series,
        _unit(locale),
        _origin(localized, "sdgs", _GOAL_RULE, locale),
        Mode.STACKED,
        remark=_remark(localized, "sdgs", _NO_GOAL, locale),
    )


def _count(
    localized: LocalizedPlan, field: str, keys: Callable[[Commitment], Iterable[str]]
) -> Counter[tuple[str, bool]]:
    """How many commitments stand under each key, apart by whether their source is sure."""
    counts: Counter[tuple[str, bool]] = Counter()
    for commitment_file in localized.plan.commitment_files.values():
        found = provenance((commitment_file.commitment, field))
        counts.update(
            (key, found is not None and found.certainty.is_sure) for key in keys(commitment_file.commitment.model)
        )
    return counts


def _by_certainty(
    counts: Counter[tuple[str, bool]], keys: list[str], locale: Locale
) -> tuple[tuple[str, ...], dict[str, tuple[Amount, ...]]]:
    """The names of the series, and the amounts of each key."""
    amounts = {key: tuple(Amount(Decimal(counts[key, sure])) for sure in (True, False)) for key in keys}
    return (locale.translate(_SURE), locale.translate(_UNSURE)), amounts


def _unit(locale: Locale) -> Unit:
    return Unit(locale.translate(msg("compromiso")), locale.translate(msg("compromisos")))


def _origin(localized: LocalizedPlan, field: str, rule: str, locale: Locale) -> DataOrigin:
    plan = localized.plan
    sources = behind((commitment_file.commitment, field) for commitment_file in plan.commitment_files.values())
    return DataOrigin(locale.translate(rule), plan.identity.cutoff, titles(plan, sources))


def _remark(localized: LocalizedPlan, field: str, text: str, locale: Locale) -> str:
    """How many commitments the bars leave out, and of how many they are not sure."""
    commitment_files = localized.plan.commitment_files.values()
    found = [provenance((item.commitment, field)) for item in commitment_files if getattr(item.commitment.model, field)]
    total, known = len(commitment_files), len(found)
    unsure = sum(item is None or not item.certainty.is_sure for item in found)
    said = []
    if known < total:
        said.append(locale.translate(text).format(total=locale.number(total), count=locale.number(total - known)))
    if unsure:
        said.append(locale.translate(_UNSURE_COUNT).format(known=locale.number(known), count=locale.number(unsure)))
    return " ".join(said)
