"""What changing what is signed or published takes beside the agreement of both sides."""

from __future__ import annotations

from actionplan.diff.change import ChangeKind, Difference
from actionplan.diff.matching import Pair
from actionplan.diff.nouns import IDENTIFIED
from actionplan.language.messages import msg
from actionplan.model import DocumentPart, DocumentStatus, Rescheduling, Roadmap

RESCHEDULE = msg("Falta decirlo en «reprogramaciones», con su motivo y la sesión en que se acordó.")
VERSION = msg("Falta subir la versión de la hoja de ruta, que está firmada.")
KEPT = msg("Lo publicado conserva su identificador: si ya no vale se dice ahí mismo, y no se borra ni se renombra.")

DATES = frozenset({ChangeKind.LATER_END, ChangeKind.EARLIER_END, ChangeKind.START_MOVED, ChangeKind.DATE_REMOVED})
_IDS = frozenset(
    {ChangeKind.PART_REMOVED, ChangeKind.PART_OF_OTHER_KIND, ChangeKind.ID_CHANGED, ChangeKind.DOCUMENT_ID_CHANGED}
)


def needs_of(pair: Pair, kind: ChangeKind, difference: Difference) -> tuple[str, ...]:
    """Return what the rules ask for beside what they ask of a kind of change, and a proposal lacks."""
    was, now = pair.was.model, pair.now.model
    if kind is ChangeKind.DOCUMENT_REMOVED:
        return (KEPT,) if pair.was.source_file.kind in IDENTIFIED else ()
    if kind in _IDS:
        return () if isinstance(was, Roadmap) and not is_signed(was) else (KEPT,)
    if not isinstance(was, Roadmap) or not isinstance(now, Roadmap) or not (is_signed(was) and is_signed(now)):
        return ()
    if difference.term and kind is not ChangeKind.ORDER:
        return (VERSION,) if now.version <= was.version else ()
    return (RESCHEDULE,) if moves_silently(was, now, kind, difference) else ()


def is_signed(model: DocumentPart) -> bool:
    """Return whether it is a roadmap that both sides signed."""
    return isinstance(model, Roadmap) and model.document_status is DocumentStatus.SIGNED


def moves_silently(was: Roadmap, now: Roadmap, kind: ChangeKind, difference: Difference) -> bool:
    """Return whether it is the date of an activity that moves, and no new rescheduling takes it from where it was.

    Whether that rescheduling continues those before it is for another rule to say.
    """
    if kind not in DATES or not any(activity.id == difference.owner for activity in was.activities):
        return False
    before, after = (_reschedulings_of(model, difference) for model in (was, now))
    return not any(before or item.before == difference.before for item in after if item not in before)


def _reschedulings_of(model: Roadmap, difference: Difference) -> list[Rescheduling]:
    return [
        item for item in model.reschedulings if (item.activity, item.field.word) == (difference.owner, difference.field)
    ]
