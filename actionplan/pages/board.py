"""What the tracking board shows besides figures: who owes a report, what is contested, what moved lately."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from actionplan.metrics.groups import PlanMetrics
from actionplan.metrics.measure import measure
from actionplan.metrics.moves import Moves, moves
from actionplan.metrics.results import CommitmentMetrics
from actionplan.metrics.silence import owed_since
from actionplan.metrics.words import Standing
from actionplan.model.plan import Dossier, Plan

LONG = 100
"""Rows above which browsers need help to lay the board out in time."""


class Row(NamedTuple):
    """A commitment on the board.

    Attributes:
        dossier: The commitment.
        measured: Its figures.
        contested: The activities on which a contestation stands.
        moves: What is another than at the date of comparison; None without one.
    """

    dossier: Dossier
    measured: CommitmentMetrics
    contested: tuple[str, ...]
    moves: Moves | None


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
            moves(before[name], figures.commitments[name], since) if since else None,
        )
        for name, dossier in plan.dossiers.items()
    )
    owed = [(row.dossier, owed_since(row.measured, figures.date)) for row in rows if row.measured.counted]
    debts = [Debt(dossier, day, dossier.commitment.model.leads_on(day)) for dossier, day in owed if day]
    return Board(rows, since, tuple(sorted(debts, key=lambda debt: debt.since)))
