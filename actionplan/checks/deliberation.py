"""People had time to prepare, were answered, came from more than one sector, and the forum kept meeting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from actionplan.documents.kinds import Kind
from actionplan.findings.rules import deliberation

if TYPE_CHECKING:
    from actionplan.findings.finding import Finding
    from actionplan.model.plan import Entry, Plan
    from actionplan.model.process import Phase, Session, Table, Tree

_NOTICE = 14
_READING = 7
_MONTHS = 6
_YEAR = 12


def check(plan: Plan) -> Iterator[Finding]:
    """Check phases, comments on trees, tables and the rhythm of the forum."""
    for phase in plan.phases:
        yield from _announced(phase)
    for tree in plan.trees.values():
        yield from _answered(tree)
    for table in plan.tables.values():
        yield from _read(table)
        yield from _mixed(table)
    if Kind.SESSION not in plan.unsure:
        yield from _met(plan)


def _announced(entry: Entry[Phase]) -> Iterator[Finding]:
    announced, start = entry.model.announced, entry.model.start
    if announced and start and (days := (start - announced).days) < _NOTICE:
        yield deliberation.SHORT_NOTICE.at(entry.position("announced"), days=days, least=_NOTICE)


def _answered(entry: Entry[Tree]) -> Iterator[Finding]:
    for index, comment in enumerate(entry.model.comments):
        here = ("comments", index, "response")
        if comment.response or entry.is_damaged(*here):
            continue
        ref = entry.ref(*here)
        if entry.absence_of(ref) is None:
            key, absences = entry.keys.author("response"), entry.keys.author("unavailable")
            position = entry.position("comments", index)
            yield deliberation.NO_RESPONSE.at(position, id=comment.id, key=key, absences=absences, address=ref.address)


def _read(entry: Entry[Table]) -> Iterator[Finding]:
    kit, start = entry.model.kit, entry.model.start
    if kit and start and (days := (start - kit.delivered).days) < _READING:
        yield deliberation.LATE_KIT.at(entry.position("kit", "delivered"), days=days, least=_READING)


def _mixed(entry: Entry[Table]) -> Iterator[Finding]:
    came = {row.sector for row in entry.model.attendance if row.people}
    if len(came) == 1 and not entry.is_damaged("attendance"):
        (sector,) = came
        yield deliberation.ONE_SECTOR.at(entry.position("attendance", key=True), sector=sector.label)


def _met(plan: Plan) -> Iterator[Finding]:
    """Sessions are at most six months apart, and so are the last one and the end of what the plan tells."""
    sessions = tuple(plan.sessions.values())
    for earlier, later in pairwise(sessions):
        yield from _apart(later, earlier.model.date, later.model.date)
    if sessions:
        identity = plan.identity
        end = min(identity.cutoff, identity.deadline or identity.cutoff)
        yield from _apart(sessions[-1], sessions[-1].model.date, end)


def _apart(entry: Entry[Session], before: date, after: date) -> Iterator[Finding]:
    months = (after.year - before.year) * _YEAR + after.month - before.month
    if (months, after.day) > (_MONTHS, before.day):
        position = entry.position("date")
        yield deliberation.RARE_SESSIONS.at(position, before=str(before), after=str(after), months=_MONTHS)
