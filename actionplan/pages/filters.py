"""By what the board is filtered and ordered: what is offered, and what each row answers to it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from actionplan.charts.goals import GOALS
from actionplan.language.locale import Locale
from actionplan.language.messages import msg
from actionplan.metrics import Light, PlanMetrics, State
from actionplan.model import LabelledEnum, Plan
from actionplan.pages.board import Row

W = TypeVar("W", bound=LabelledEnum)

NUMBERS = (
    ("avance", msg("Avance real, de menos a más")),
    ("desviacion", msg("Desviación, lo más atrasado primero")),
    ("vencidas", msg("Actividades vencidas, de más a menos")),
)
"""By what the board is ordered besides facets: the name in the address, and for people, in Spanish."""

_LAST = 1000
"""Comes after any deviation: what is not known is not the worst."""

_GOALS = msg("ODS")


class Facet(NamedTuple):
    """Describe something by which the board is filtered and ordered.

    Attributes:
        name: In the address.
        title: For people, in Spanish.
        options: The words in data with their names for people, in the order in which rows are put.
    """

    name: str
    title: str
    options: tuple[tuple[str, str], ...]


def facets(plan: Plan, figures: PlanMetrics, locale: Locale) -> tuple[Facet, ...]:
    """Return by what the board is filtered, with what occurs in its rows; the order is that of ``fields``."""
    measured = figures.commitments.values()
    lights = (item.figures.light for item in measured if item.counted)
    return (
        Facet("tema", msg("Tema"), tuple((key, plan.trees[key].model.title) for key in figures.themes)),
        Facet("institucion", msg("Institución"), tuple((key, _name(key, plan)) for key in figures.institutions)),
        Facet("organizacion", msg("Organización"), tuple((key, _name(key, plan)) for key in figures.organisations)),
        Facet("ods", _GOALS, tuple((key, f"{key}. {locale.translate(GOALS[int(key) - 1])}") for key in figures.goals)),
        Facet("estado", msg("Estado"), _words(State, (item.figures.state for item in measured), locale)),
        Facet("semaforo", msg("Semáforo"), _words(Light, lights, locale)),
    )


def fields(row: Row) -> str:
    """Return what a row answers to each facet and number: fields between bars, several words between blanks.

    One attribute and not nine: the page is a third smaller, and read in one pass.
    """
    model, figures = row.commitment_file.commitment.model, row.measured.figures
    return "|".join(
        (
            model.theme or "",
            " ".join(model.institutions),
            " ".join(model.partners),
            " ".join(model.goals),
            figures.state.word,
            figures.light.word if row.measured.counted else "",
            str(-1 if figures.real is None else int(figures.real)),
            str(_LAST if figures.deviation is None else int(figures.deviation)),
            str(-figures.overdue),
        )
    )


def whose(row: Row, plan: Plan, locale: Locale) -> str:
    """Return the theme, the responsible organisations and the goals of a commitment, by which the board is filtered."""
    model = row.commitment_file.commitment.model
    theme = plan.trees.get(model.theme or "")
    actors = (*model.institutions, *model.partners)
    goals = f"{locale.translate(_GOALS)} {', '.join(model.goals)}" if model.goals else ""
    return " · ".join(filter(None, (theme.model.title if theme else "", *(_name(key, plan) for key in actors), goals)))


def _name(actor: str, plan: Plan) -> str:
    """Return what an organisation is called where room is short; its id if the plan does not know it."""
    organisation = plan.actors.get(actor)
    return (organisation.acronym or organisation.name) if organisation else actor


def _words(kind: type[W], shown: Iterable[W], locale: Locale) -> tuple[tuple[str, str], ...]:
    """Return the words that some row shows, in the order of their list."""
    occurring = frozenset(shown)
    return tuple((word.word, locale.translate(word.label)) for word in kind if word in occurring)
