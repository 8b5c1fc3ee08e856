"""When a report of a commitment is owed: the one rule of the board and of the weekly follow-up."""

from __future__ import annotations

from datetime import date, timedelta

from actionplan.language.messages import msg
from actionplan.metrics.labels import State
from actionplan.metrics.results import CommitmentMetrics

REPORT_DUE_AFTER = 184
"""Days without a report, half a year, after which one is owed while there is work that should have begun."""

RULE = msg(
    "Hay actividades que ya debían haber empezado y no están completadas ni canceladas, y ha pasado medio año "
    "(184 días) desde el último avance o, si no hay ninguno, desde que debían empezar."
)
"""The same for people, in Spanish."""

_SETTLED = {State.COMPLETED, State.CANCELLED}


def report_owed_since(measured: CommitmentMetrics, cutoff: date) -> date | None:
    """Return the day from which a report is owed: half a year after the last one, or after work should have begun."""
    open_now = [item.schedule for item in measured.activities if item.figures.state not in _SETTLED]
    begun = [day for day in (dates.start or dates.end for dates in open_now) if day and day <= cutoff]
    if not begun:
        return None
    due = (measured.figures.last_report or min(begun)) + timedelta(days=REPORT_DUE_AFTER)
    return due if due <= cutoff else None
