"""What both sides agreed: whether a target asks for less, and what changing what is signed or published takes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from actionplan.checks.since.roadmaps import is_told
from actionplan.diff.change import ChangeKind
from actionplan.language.messages import msg
from actionplan.model.common import DocumentPart
from actionplan.model.roadmap import Roadmap
from actionplan.model.vocabulary import DocumentStatus, ScheduleField, Sense

RESCHEDULE = msg("Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó.")
VERSION = msg("Falta subir la versión de la hoja de ruta, que está firmada.")

KEPT = msg("Lo publicado conserva su identificador: si ya no vale se dice ahí mismo, y no se borra ni se renombra.")

_DATES = frozenset({ChangeKind.LATER_END, ChangeKind.EARLIER_END, ChangeKind.START_MOVED, ChangeKind.DATE_REMOVED})
_TERMS = frozenset(
    {
        ChangeKind.TARGET,
        ChangeKind.TARGET_ADDED,
        ChangeKind.TARGET_LOWERED,
        ChangeKind.TARGET_RAISED,
        ChangeKind.TARGET_REMOVED,
        ChangeKind.TERMS,
        ChangeKind.TERMS_ADDED,
        ChangeKind.PART_MOVED,
        ChangeKind.WEIGHT,
        ChangeKind.RESPONSIBLE,
    }
)
_IDS = frozenset({ChangeKind.PART_REMOVED, ChangeKind.ID_CHANGED, ChangeKind.DOCUMENT_ID_CHANGED})


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


def asked_for(
    was: DocumentPart, now: DocumentPart, kind: ChangeKind, owner: str = "", field: str = ""
) -> tuple[str, ...]:
    """What the rules ask for beside what they ask of a kind of change, and a proposal lacks.

    Args:
        was: The document as published.
        now: The document as proposed.
        kind: How it changes.
        owner: The address of the part that changes.
        field: Which of its values does.
    """
    if kind in _IDS:
        return () if isinstance(was, Roadmap) and not is_signed(was) else (KEPT,)
    if not isinstance(was, Roadmap) or not isinstance(now, Roadmap) or not (is_signed(was) and is_signed(now)):
        return ()
    if kind in _TERMS and now.version <= was.version:
        return (VERSION,)
    activity = next((activity for activity in was.activities if activity.id == owner), None)
    if kind not in _DATES or activity is None:
        return ()
    moved = ScheduleField.END if field == ScheduleField.END.word else ScheduleField.START
    then = activity.end if moved is ScheduleField.END else activity.start
    return (RESCHEDULE,) if then and not is_told(was, now, owner, moved, then) else ()


def is_signed(model: DocumentPart) -> bool:
    """Whether it is a roadmap that both sides signed."""
    return isinstance(model, Roadmap) and model.document_status is DocumentStatus.SIGNED
