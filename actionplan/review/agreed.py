"""What both sides agreed in a roadmap: whether a target asks for less, and what moving what is signed takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.checks.since.roadmaps import is_told
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart
from actionplan.model.roadmap import Activity, Roadmap
from actionplan.model.vocabulary import DocumentStatus, ScheduleField, Sense
from actionplan.review.change import ChangeKind

RESCHEDULE = msg("Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó.")
VERSION = msg("Falta subir la versión de la hoja de ruta, que está firmada.")

_ENDS = frozenset({ChangeKind.LATER_END, ChangeKind.EARLIER_END})
_TERMS = frozenset(
    {
        ChangeKind.TARGET,
        ChangeKind.TARGET_LOWERED,
        ChangeKind.TARGET_RAISED,
        ChangeKind.TARGET_REMOVED,
        ChangeKind.TERMS,
        ChangeKind.WEIGHT,
        ChangeKind.RESPONSIBLE,
    }
)


def ambition(model: DocumentPart, owner: str, field: str, before: object, after: object) -> ChangeKind:
    """Whether a target asks for less than it did, for more, or for something else.

    Args:
        model: The roadmap as proposed.
        owner: The address of the target.
        field: Which of its values differs.
        before: That value.
        after: What it becomes.
    """
    indicators = model.indicators if isinstance(model, Roadmap) else ()
    sense = next((indicator.sense for indicator in indicators if indicator.id == owner.partition("/")[0]), None)
    if isinstance(before, date) and isinstance(after, date):
        eased = after > before
    elif isinstance(before, Decimal) and isinstance(after, Decimal) and sense:
        # In a range the value is its floor: a lower floor and a higher ceiling let more pass.
        eased = after < before if field == "value" and sense is not Sense.FALLING else after > before
    else:
        return ChangeKind.TARGET
    return ChangeKind.TARGET_LOWERED if eased else ChangeKind.TARGET_RAISED


def asked_for(was: DocumentPart, now: DocumentPart, owner: str, kind: ChangeKind) -> tuple[str, ...]:
    """What a signed roadmap asks for and a proposal that changes it lacks.

    Args:
        was: The document as published.
        now: The document as proposed.
        owner: The address of the part that changes.
        kind: How it changes.
    """
    if not isinstance(was, Roadmap) or not isinstance(now, Roadmap):
        return ()
    if not is_signed(was) or not is_signed(now):
        return ()
    if kind in _TERMS and now.version <= was.version:
        return (VERSION,)
    field = ScheduleField.END if kind in _ENDS else ScheduleField.START if kind is ChangeKind.START_MOVED else None
    activity = next((activity for activity in was.activities if activity.id == owner), None)
    then = _date(activity, field) if activity and field else None
    if then and field and not is_told(was, now, owner, field, then):
        return (RESCHEDULE,)
    return ()


def is_signed(model: DocumentPart) -> bool:
    """Whether it is a roadmap that both sides signed."""
    return isinstance(model, Roadmap) and model.document_status is DocumentStatus.SIGNED


def _date(activity: Activity, field: ScheduleField) -> date | None:
    return activity.end if field is ScheduleField.END else activity.start
