"""What the tracking board shows besides figures: who owes a report, what is contested, what moved lately."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from actionplan.metrics import (
    CommitmentMetrics,
    Delta,
    PlanMetrics,
    VerificationState,
    compare,
    report_owed_since,
)
from actionplan.metrics.measure import measure
from actionplan.model import CommitmentFile, Plan

LONG = 100
"""Rows above which browsers need help to lay the board out in time."""


class Row(NamedTuple):
    """Describe a commitment on the board.

    Attributes:
        commitment_file: The commitment.
        measured: Its figures.
        contested: The activities on which a contestation stands.
        delta: What is another than at the date of comparison; None without one.
    """

    commitment_file: CommitmentFile
    measured: CommitmentMetrics
    contested: tuple[str, ...]
    delta: Delta | None


class OverdueReport(NamedTuple):
    """Hold a commitment whose institutions owe a report since a day."""

    commitment_file: CommitmentFile
    since: date
    institutions: tuple[str, ...]


class Board(NamedTuple):
    """Hold what the board shows.

    Attributes:
        rows: The commitments, by number.
        since: The date of comparison: the day before the last report of the plan; None without any report.
        overdue_reports: Reports that are owed, the oldest first.
    """

    rows: tuple[Row, ...]
    since: date | None
    overdue_reports: tuple[OverdueReport, ...]


def board(plan: Plan, figures: PlanMetrics) -> Board:
    """Gather the board of a plan from its figures."""
    last = figures.whole.last_report
    since = last - timedelta(days=1) if last else None
    before: Mapping[str, CommitmentMetrics] = measure(plan.at(since)).commitments if since else {}
    rows = tuple(
        Row(
            commitment_file,
            figures.commitments[name],
            tuple(
                item.id
                for item in figures.commitments[name].activities
                if item.figures.verification_state is VerificationState.CONTESTED
            ),
            compare(before[name], figures.commitments[name], since) if since else None,
        )
        for name, commitment_file in plan.commitment_files.items()
    )
    owed = [
        (row.commitment_file, report_owed_since(row.measured, figures.date)) for row in rows if row.measured.counted
    ]
    overdue_reports = [
        OverdueReport(commitment_file, day, commitment_file.commitment.model.leads_on(day))
        for commitment_file, day in owed
        if day
    ]
    return Board(rows, since, tuple(sorted(overdue_reports, key=lambda overdue_report: overdue_report.since)))
