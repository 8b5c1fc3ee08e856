"""What the commitments are about: their topics, and the Sustainable Development Goals they serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import NamedTuple

from actionplan.charts.data import MOST_ROWS, Amount, BarRow, Bars, Mode
from actionplan.charts.goals import GOALS
from actionplan.charts.origin import Unit
from actionplan.charts.sources import Fact, behind, language_of, origin, provenance
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import Commitment, LocalizedPlan


class _Subject(NamedTuple):
    """Describe a chart of commitments by what a field of theirs names."""

    id: str
    field: str
    title: str
    heading: str
    rule: str
    unknown: str


_THEMES = _Subject(
    "compromisos-por-tema",
    "theme",
    msg("Compromisos por tema"),
    msg("Tema"),
    msg("Cada compromiso cuenta una vez, en el tema que declara."),
    msg("De {total} compromisos, {count} no declaran tema."),
)
_GOALS = _Subject(
    "compromisos-por-ods",
    "sdgs",
    msg("Compromisos por Objetivo de Desarrollo Sostenible"),
    msg("Objetivo"),
    msg("Cada compromiso cuenta una vez en cada objetivo que declara; una meta, como 16.6, cuenta en el suyo."),
    msg("De {total} compromisos, hay {count} de los que no se conoce ningún objetivo."),
)
_SERIES = (
    msg("Según una fuente exacta o un resumen"),
    msg("Con menos certeza: borrador, prensa, traducción o inferencia"),
)
_UNSURE_COUNT = msg("De los {known} que lo declaran, {count} constan con menos certeza.")


def commitments_by_theme(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """Draw a bar a topic; nothing if no commitment declares one that the plan has, or if they are too many."""
    trees = localized.plan.trees
    if len(trees) > MOST_ROWS:
        return None
    rows = [(name, entry.model.title, language_of(entry, localized, locale)) for name, entry in trees.items()]
    return _bars(_THEMES, rows, lambda model: trees.keys() & {model.theme}, localized, locale)


def commitments_by_goal(localized: LocalizedPlan, locale: Locale) -> Bars | None:
    """Draw a bar a goal, all seventeen; nothing if no commitment names one."""
    rows = [(str(number), f"{number}. {locale.translate(title)}", "") for number, title in enumerate(GOALS, 1)]
    return _bars(_GOALS, rows, lambda model: {goal.partition(".")[0] for goal in model.sdgs}, localized, locale)


def _bars(
    subject: _Subject,
    rows: Iterable[tuple[str, str, str]],
    keys: Callable[[Commitment], Iterable[str]],
    localized: LocalizedPlan,
    locale: Locale,
) -> Bars | None:
    """Draw how many commitments stand under each key, apart by whether their source is sure; nothing if none does.

    Args:
        subject: What is counted.
        rows: The key, the label and the language of each bar.
        keys: The bars in which a commitment counts.
        localized: The plan.
        locale: The language of the words.
    """
    plan, translate = localized.plan, locale.translate
    commitments = [commitment_file.commitment for commitment_file in plan.commitment_files.values()]
    counts = Counter((key, _is_sure((entry, subject.field))) for entry in commitments for key in keys(entry.model))
    if not counts:
        return None
    known = [(entry, subject.field) for entry in commitments if getattr(entry.model, subject.field)]
    sums = {"total": len(commitments), "known": len(known)}
    remarks = [
        translate(text).format(count=locale.number(count), **{name: locale.number(sums[name]) for name in sums})
        for text, count in (
            (subject.unknown, len(commitments) - len(known)),
            (_UNSURE_COUNT, sum(not _is_sure(fact) for fact in known)),
        )
        if count
    ]
    return Bars(
        subject.id,
        translate(subject.title),
        translate(subject.heading),
        origin(plan, translate(subject.rule), behind((entry, subject.field) for entry in commitments)),
        tuple(
            BarRow(key, label, tuple(Amount(Decimal(counts[key, sure])) for sure in (True, False)), language)
            for key, label, language in rows
        ),
        tuple(map(translate, _SERIES)),
        Unit(translate(msg("compromiso")), translate(msg("compromisos"))),
        Mode.STACKED,
        remark=" ".join(remarks),
    )


def _is_sure(fact: Fact) -> bool:
    provenance_of_fact = provenance(fact)
    return provenance_of_fact is not None and provenance_of_fact.certainty.is_sure
