"""The phases of the plan's making, in time."""

from __future__ import annotations

from actionplan.charts.data import Timeline, TimelineSpan
from actionplan.charts.sources import behind, language_of, origin
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.model import LocalizedPlan

_RULE = msg("Cada barra va del día en que la fase empezó al día en que concluyó, ambos incluidos.")


def phases(localized: LocalizedPlan, locale: Locale) -> Timeline | None:
    """Draw each phase from its start to its end; nothing if the plan has no phases."""
    plan, translate = localized.plan, locale.translate
    if not plan.phases:
        return None
    spans = tuple(
        TimelineSpan(
            entry.model.id,
            f"{entry.model.number}. {entry.model.title}",
            entry.model.start,
            entry.model.end,
            language_of(entry, localized, locale),
        )
        for entry in plan.phases
    )
    days = behind((entry, name) for entry in plan.phases for name in ("start", "end"))
    return Timeline(
        "fases-en-el-tiempo",
        translate(msg("Las fases en el tiempo")),
        translate(msg("Fase")),
        origin(plan, translate(_RULE), days),
        spans,
    )
