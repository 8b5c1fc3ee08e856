"""What the tracking board shows besides figures: who owes a report, what is contested, what moved lately."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import NamedTuple, TypeVar

from actionplan.language.locale import Locale
from actionplan.metrics.groups import PlanMetrics
from actionplan.metrics.measure import measure
from actionplan.metrics.results import CommitmentMetrics
from actionplan.metrics.silence import owed_since
from actionplan.metrics.words import Standing, Word
from actionplan.model.plan import Dossier, Plan

W = TypeVar("W", bound=Word)


class Row(NamedTuple):
    """A commitment on the board.

    Attributes:
        dossier: The commitment.
        measured: Its figures.
        contested: The activities on which a contestation stands.
        before: Reported progress at the date of comparison, in percent.
    """

    dossier: Dossier
    measured: CommitmentMetrics
    contested: tuple[str, ...]
    before: Fraction | None

    @property
    def moved(self) -> bool:
        """Whether progress is another than at the date of comparison."""
        return self.before != self.measured.figures.real


class Debt(NamedTuple):
    """A commitment of which a report is owed, since a day, by institutions."""

    dossier: Dossier
    since: date
    institutions: tuple[str, ...]


class Board(NamedTuple):
    """The board.

    Attributes:
        rows: The commitments, by number.
        since: The date of comparison: the day before the last report of the plan; None without any report.
        debts: Reports that are owed, the oldest first.
    """

    rows: tuple[Row, ...]
    since: date | None
    debts: tuple[Debt, ...]


def board(plan: Plan, figures: PlanMetrics) -> Board:
    """Gather the board of a plan from its figures."""
    last = figures.whole.last_report
    since = last - timedelta(days=1) if last else None
    before: Mapping[str, CommitmentMetrics] = measure(plan, since).commitments if since else {}
    rows = tuple(
        Row(
            dossier,
            figures.commitments[name],
            tuple(
                item.id for item in figures.commitments[name].activities if item.figures.standing is Standing.CONTESTED
            ),
            before[name].figures.real if since else None,
        )
        for name, dossier in plan.dossiers.items()
    )
    owed = [(row.dossier, owed_since(row.measured, figures.date)) for row in rows if row.measured.counted]
    debts = [
        Debt(dossier, day, tuple(lead.institution for lead in dossier.commitment.model.leads))
        for dossier, day in owed
        if day
    ]
    return Board(rows, since, tuple(sorted(debts, key=lambda debt: debt.since)))


def choices(plan: Plan, figures: PlanMetrics, locale: Locale) -> dict[str, tuple[tuple[str, str], ...]]:
    """By what the board can be filtered: of each, the words in data with their names for people, as they occur."""
    names = {actor.id: actor.acronym or actor.name for actor in plan.actors.values()}
    return {
        "themes": tuple((key, plan.trees[key].model.title) for key in figures.themes),
        "institutions": tuple((key, names[key]) for key in figures.institutions),
        "organisations": tuple((key, names[key]) for key in figures.organisations),
        "goals": tuple((key, key) for key in figures.goals),
        "states": _words(figures.whole.states, locale),
        "lights": _words(figures.whole.lights, locale),
    }


def _words(counts: Mapping[W, int], locale: Locale) -> tuple[tuple[str, str], ...]:
    return tuple((word.word, locale.translate(word.label)) for word, count in counts.items() if count)
