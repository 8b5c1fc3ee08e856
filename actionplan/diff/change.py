"""A change between two plans: what it is, where, and the sentence that says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from actionplan.diff.matching import Pair
from actionplan.documents import Step
from actionplan.findings import Position
from actionplan.language.messages import Counted, Message, Translate, msg, spanish

_BOTH = msg("Las dos partes deben estar de acuerdo.")
_NO_EDIT = msg("Lo publicado no se edita ni se borra: se corrige con un documento nuevo.")
_PROOF = msg("Sin evidencia de cada medio de verificación cuenta 99 %.")
_ADD = msg("Una reprogramación publicada no se edita ni se borra: se añade otra al final.")
_NO_REMOVAL = msg("Un compromiso no se borra: se concluye, se retira o se fusiona, y se dice en su «situacion».")


class ChangeKind(Enum):
    """Hold what a change does, the worst first; the value is its sentence, and what the rules ask for then."""

    UNREAD = msg("No se puede leer {document}: no se sabe qué cambia ahí."), ""
    UNREAD_PART = msg("En {document}: hay datos que no se pueden leer, y no se comparan."), ""
    UNREAD_BEFORE = msg("Lo publicado en {document} no se podía leer: no se sabe qué cambia ahí."), ""
    COMMITMENT_REMOVED = msg("Se quita {document} ({before}), y con él deja de mostrarse todo lo suyo."), _NO_REMOVAL
    RECORD_REMOVED = msg("Se quita {document}."), _NO_EDIT
    RECORD_EDITED = msg("Lo publicado en {document} dice otra cosa en «{title}»{of}: {before} → {after}."), _NO_EDIT
    RECORD_RENAMED = msg("Lo publicado en {document} cambia de nombre: {before} → {after}."), _NO_EDIT
    RESCHEDULING_EDITED = (
        msg("Lo publicado en {document} sobre una reprogramación de «{where}» dice otra cosa: {before} → {after}."),
        _ADD,
    )
    PROOF_REMOVED = msg("Lo publicado en {document} ya no muestra una evidencia de «{where}»: {after}."), _NO_EDIT
    EVIDENCE_REMOVED = msg("Se quita el archivo de evidencia «{after}»."), _NO_EDIT
    EVIDENCE_REPLACED = msg("El archivo de evidencia «{after}» tiene otro contenido."), _NO_EDIT
    DOCUMENT_REMOVED = msg("Se quita {document}."), _BOTH
    PART_REMOVED = msg("En {document}: se quita {part} «{id}» ({before})."), _BOTH
    PART_OF_OTHER_KIND = msg("En {document}: «{id}» nombra otra clase de cosa: antes, {old}; ahora, {new}."), _BOTH
    HEADING_REMOVED = msg("En {document}: se quita el apartado «{title}»."), _BOTH
    ID_CHANGED = msg("En {document}: {part} «{before}» cambia de identificador a «{after}»."), _BOTH
    DOCUMENT_ID_CHANGED = msg("{document} cambia de identificador; antes era «{before}»."), _BOTH
    ACCOUNTS = msg("En {document}: cambian las cuentas que hablan por {where}: {before} → {after}."), _BOTH
    VOICE = msg("En {document}: cambia quién habla por cada parte, «{title}»{of}: {before} → {after}."), _BOTH
    SETTINGS = (
        msg("En {document}: cambia un ajuste con el que se calculan las cifras, «{title}»{of}: {before} → {after}."),
        _BOTH,
    )
    LATER_END_OF_ALL = (
        msg(
            "En {document}{at}: la conclusión se atrasa {days}, de {before} a {after}; "
            "el resultado final se atrasa {shift}."
        ),
        _BOTH,
    )
    DATE_REMOVED = msg("En {document}{at}: se quita una fecha, «{title}» ({before})."), _BOTH
    LATER_END = msg("En {document}{at}: la conclusión se atrasa {days}, de {before} a {after}."), _BOTH
    FORECAST_LOST = (
        msg("Ya no se puede calcular la ruta crítica ni el pronóstico de {commitment}: {problem}{where}."),
        "",
    )
    FORECAST_LATER = (
        msg("El resultado final de {commitment} se atrasa {days}: su pronóstico pasa de {before} a {after}."),
        "",
    )
    TARGET_REMOVED = msg("En {document}{at}: se quita una meta ({before})."), _BOTH
    TARGET_LOWERED = (
        msg("En {document}{at}: la meta pide menos que antes: «{title}» pasa de {before} a {after}."),
        _BOTH,
    )
    EARLIER_END = msg("En {document}{at}: la conclusión se adelanta {days}, de {before} a {after}."), _BOTH
    START_MOVED = msg("En {document}{at}: el inicio {moves} {days}, de {before} a {after}."), _BOTH
    TARGET = msg("En {document}{at}: cambia una meta, «{title}»: {before} → {after}."), _BOTH
    TARGET_ADDED = msg("En {document}{at}: se añade una meta ({after})."), _BOTH
    TARGET_RAISED = (
        msg("En {document}{at}: la meta pide más que antes: «{title}» pasa de {before} a {after}."),
        _BOTH,
    )
    TERMS = msg("En {document}: cambia lo acordado, «{title}»{of}: {before} → {after}."), _BOTH
    RETITLED = msg("En {document}: cambia lo firmado, «{title}»{of}: {before} → {after}."), _BOTH
    TERMS_ADDED = msg("En {document}: se añade a lo firmado {part} «{id}» ({after})."), _BOTH
    PART_MOVED = msg("En {document}: {part} «{id}» pasa de {before} a {after}."), _BOTH
    WEIGHT = msg("En {document}{at}: la ponderación pasa de {before} a {after}."), _BOTH
    RESPONSIBLE = msg("En {document}: cambia quién responde («{title}»{of}): {before} → {after}."), _BOTH
    HANDOVER = (
        msg("En {document}: relevo desde el {date} como {where}: {before} → {after}, por {why}"),
        _BOTH,
    )
    STANDING = msg("En {document}: «{title}»{of} pasa de {before} a {after}."), _BOTH
    UNPROVEN = (
        msg("En {document}: «{where}» se da por completada sin evidencia comprobable ({after})."),
        _PROOF,
    )
    CONTESTED = msg("{document} impugna «{where}»: {after}"), ""
    VERIFIED = msg("{document} verifica «{where}»."), ""
    REPORTED = msg("{document} reporta «{where}»: {after}."), ""
    PLAN_PROGRESS = msg("El avance real del plan pasa de {before} a {after}."), ""
    PLAN_VERIFIED_PROGRESS = msg("El avance verificado del plan pasa de {before} a {after}."), ""
    PROGRESS = msg("El avance real de {commitment} pasa de {before} a {after}."), ""
    VERIFIED_PROGRESS = msg("El avance verificado de {commitment} pasa de {before} a {after}."), ""
    FORECAST_EARLIER = (
        msg("El resultado final de {commitment} se adelanta {days}: su pronóstico pasa de {before} a {after}."),
        "",
    )
    RESCHEDULED = msg("En {document}: se añade una reprogramación de «{where}»: {before} → {after}, por {why}."), _BOTH
    VALUE_REMOVED = msg("En {document}: se quita «{title}»{of} ({before})."), ""
    ITEM_REMOVED = msg("En {document}: se quita de «{title}»{of}: {before}."), ""
    HEADING_REWRITTEN = (
        msg("En {document}: se reescribe el apartado «{title}» (cambia {share} % del texto): {before} → {after}."),
        "",
    )
    VALUE = msg("En {document}: «{title}»{of} pasa de {before} a {after}."), ""
    DOCUMENT_ADDED = msg("Se añade {document}."), ""
    PART_ADDED = msg("En {document}: se añade {part} «{id}» ({after})."), ""
    HEADING_ADDED = msg("En {document}: se añade el apartado «{title}»."), ""
    VALUE_ADDED = msg("En {document}: se añade «{title}»{of}: {after}."), ""
    ITEM_ADDED = msg("En {document}: se añade a «{title}»{of}: {after}."), ""
    EVIDENCE_ADDED = msg("Se añade el archivo «{after}»."), ""
    SOURCING = msg("En {document}: cambia «{title}» en {after}."), ""
    HEADING_RENAMED = msg("En {document}: el apartado «{before}» ahora se llama «{title}»."), ""
    ORDER = msg("En {document}: cambia el orden de «{title}»{of}."), ""
    FOLDER_MOVED = msg("La carpeta del compromiso {commitment} cambia de nombre: {before} → {after}."), ""
    MOVED = msg("Cambia de lugar {document}: {before} → {after}."), ""
    EVIDENCE_MOVED = msg("El archivo de evidencia «{after}» cambia de lugar; antes era «{before}»."), ""
    TYPO = msg("En {document}: parece una errata en «{title}»{of}: {before} → {after}."), ""

    def __init__(self, sentence: str, asks: str) -> None:
        """Name the two halves of the value; what the rules ask for may be empty."""
        self.sentence = sentence
        self.asks = asks

    @property
    def rank(self) -> int:
        """Return 0 for the worst."""
        return _RANKS[self]

    @property
    def title(self) -> str:
        """Return a few words above the sentence, in Spanish."""
        return _TITLES.get(self.asks, _CHANGE)


_CHANGE = msg("Cambio de fondo")
_TITLES: dict[str, str] = {
    **dict.fromkeys((_NO_EDIT, _NO_REMOVAL, _ADD), msg("Lo publicado no se edita ni se borra")),
    _BOTH: msg("Requiere el acuerdo de las dos partes"),
    _PROOF: msg("Falta la prueba"),
}
_RANKS = {kind: rank for rank, kind in enumerate(ChangeKind)}


class Difference(NamedTuple):
    """Hold what differs between two states of a document, as the model holds it.

    Attributes:
        steps: The way to it in the data: of the later state, or of the earlier one if it went.
        owner: The address of the part that it is in, or its id if it is a part itself; empty for the document.
        field: The name of the field, in the model; empty for a part.
        before: What the field held; None if nothing.
        after: What it holds; None if nothing.
        marks: The marks of the fields on the way to it, the outermost first.
        term: The address of what both sides sign for, if it is that or within it; of a part its id.
    """

    steps: tuple[Step, ...] = ()
    owner: str = ""
    field: str = ""
    before: object = None
    after: object = None
    marks: tuple[object, ...] = ()
    term: str = ""


NO_DIFFERENCE = Difference()
"""Of a change that is about a document as a whole."""


class Change(NamedTuple):
    """Represent one change.

    Attributes:
        kind: What it does.
        commitment: The id of the commitment that it is about; empty for the plan itself.
        position: Where it stands; of what was removed, where it stood.
        values: What its sentence names, as the plan says it.
        needs: What the rules ask for beside what they ask of its kind, in Spanish.
        pair: The document before and after, the same one twice if only one plan has it; None if it is of no document.
        difference: What differs in that document.
    """

    kind: ChangeKind
    commitment: str
    position: Position
    values: tuple[tuple[str, str], ...]
    needs: tuple[str, ...] = ()
    pair: Pair | None = None
    difference: Difference = NO_DIFFERENCE

    @property
    def asks(self) -> tuple[str, ...]:
        """Return everything that the rules ask for, in Spanish."""
        return (*([self.kind.asks] if self.kind.asks else []), *self.needs)

    def said(self, translate: Translate = spanish) -> str:
        """Say the change in a sentence, and in another how many more differences its texts have than are shown."""
        values = dict(self.values)
        where, more = values.get("where"), values.get("more")
        around = {"of": _OF, "at": _AT} if where else {"of": "", "at": ""}
        text = Message(self.kind.sentence, {**values, **around}).text(translate)
        text = text[:1].upper() + text[1:]
        text = text[:-1] if text.endswith(_ENDED) else text
        return f"{text} {translate(_MORE).format(count=more)}" if more else text

    def document(self, translate: Translate = spanish) -> str:
        """Return what a sentence calls the document that it is about; empty if it names none."""
        return Message("{document}", {"document": "", **dict(self.values)}).text(translate)


def days_between(before: date, after: date) -> Counted:
    """Count the days from one to another, whichever is earlier."""
    return Counted(abs((after - before).days), _DAY, _DAYS)


_OF, _AT = msg(" de {where}"), msg(", {where}")
_MORE = msg("Otras diferencias en ese texto: {count}.")
_DAY, _DAYS = msg("{count} día"), msg("{count} días")
_ENDED = ("..", "!.", "?.", "….", ".».", "!».", "?».", "…».")
"""How a sentence ends that quotes one."""


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Sort the worst first, then by place, and say each thing once."""
    said = {change[:4]: change for change in changes}
    return tuple(sorted(said.values(), key=lambda change: (change.kind.rank, change.position, change.values)))
