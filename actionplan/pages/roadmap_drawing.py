"""A commitment's roadmap in time, as data for its drawing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from markupsafe import Markup

from actionplan.diagrams.gantt import ActionGroup, Arrow, Bar, Days, Gantt
from actionplan.diagrams.gantt_shapes import ROOMS
from actionplan.diagrams.gantt_svg import draw
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import ActivityMetrics, CommitmentMetrics, State
from actionplan.model import Activity, CommitmentFile
from actionplan.pages.figures import days as in_days
from actionplan.pages.figures import percent


def roadmap_drawing(
    commitment_file: CommitmentFile, measured: CommitmentMetrics, cutoff: date, locale: Locale, name: str = "ruta"
) -> Markup:
    """Draw the roadmap of a commitment, wide and for phones; nothing if none of its activities is dated.

    Args:
        commitment_file: The commitment.
        measured: Its figures.
        cutoff: The day of the figures.
        locale: The language of the words.
        name: Begins every id in the drawing: another one for each drawing on a page.
    """
    roadmap = commitment_file.roadmap
    if roadmap is None or all(_span(item) is None for item in measured.activities):
        return Markup()
    critical = frozenset(measured.path.critical)
    figures = {item.id: item for item in measured.activities}
    groups = tuple(
        ActionGroup(
            f"{action.id}. {action.title}",
            tuple(
                _bar(activity, figures[activity.id], activity.id in critical, locale) for activity in action.activities
            ),
        )
        for action in roadmap.model.actions
    )
    translate = locale.translate
    gantt = Gantt(name, translate(msg("Hoja de ruta en el tiempo")), "", groups, cutoff, translate(msg("Corte")))
    line = (
        translate(msg("La línea vertical es la fecha de corte."))
        if gantt.shows_cutoff
        else translate(msg("La fecha de corte, {date}, queda demasiado lejos para dibujarla.")).format(
            date=locale.date(cutoff)
        )
    )
    told = " ".join(
        (
            translate(msg("Una barra por actividad, de su inicio a su conclusión en vigor.")),
            line,
            translate(msg("La misma información está en la tabla que sigue al dibujo.")),
        )
    )
    described = replace(gantt, description=told)
    return Markup("\n").join(draw(described, locale, room) for room in ROOMS)


def _bar(activity: Activity, measured: ActivityMetrics, critical: bool, locale: Locale) -> Bar:
    days, schedule, reported = _span(measured), measured.schedule, measured.reported
    signed = _days(schedule.signed_start, schedule.signed_end)
    real = measured.figures.real
    return Bar(
        id=activity.id,
        label=f"{activity.id}. {activity.title}",
        note=_note(measured, critical, locale),
        days=days,
        original=signed if signed != days else None,
        actual=_days(reported.actual_start, reported.actual_end) if reported else None,
        percent=None if real is None else int(real),
        critical=critical,
        arrows=tuple(Arrow(item.activity, item.kind) for item in activity.depends_on),
    )


def _note(measured: ActivityMetrics, critical: bool, locale: Locale) -> str:
    figures, translate = measured.figures, locale.translate
    words = [translate(figures.state.label)]
    if figures.state is State.UNDER_WAY:
        words[0] += f", {percent(figures.real, locale)}"
    if critical:
        words.append(translate(msg("ruta crítica")))
    if figures.rescheduled_days:
        words.append(translate(msg("reprogramada {days}")).format(days=in_days(figures.rescheduled_days, locale)))
    if figures.overdue_days:
        words.append(translate(msg("vencida hace {days}")).format(days=in_days(figures.overdue_days, locale)))
    return "; ".join(words)


def _span(measured: ActivityMetrics) -> Days | None:
    return _days(measured.schedule.start, measured.schedule.end)


def _days(start: date | None, end: date | None) -> Days | None:
    return Days(start, end) if start and end and start <= end else None
