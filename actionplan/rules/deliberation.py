"""People had time to prepare, were answered, came from more than one sector, and the forum kept meeting."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from actionplan.documents import Kind
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Entry, Phase, Plan, Session, Table, Tree
from actionplan.rules.check import DocumentCheck, PlanCheck

_IF_SO = msg("Si así ocurrió, anótelo en «excepciones» con su motivo.")

SHORT_NOTICE = Rule(
    "DEL01",
    Severity.WARNING,
    msg("La fase se anunció {days} días antes de empezar; deben ser al menos {least}."),
    msg("Con menos tiempo sólo llega quien ya lo sabía."),
    _IF_SO,
    Example(bad='anuncio: "2020-01-20"\ninicio: "2020-01-27"', good='anuncio: "2020-01-06"\ninicio: "2020-01-27"'),
)
LATE_KIT = Rule(
    "DEL02",
    Severity.WARNING,
    msg("Los materiales se entregaron {days} días antes de la mesa; deben ser al menos {least}."),
    msg("Quien no pudo leerlos delibera en desventaja frente a quien los preparó."),
    _IF_SO,
    Example(
        bad='inicio: "2020-02-10"\n...\nentrega: "2020-02-07"', good='inicio: "2020-02-10"\n...\nentrega: "2020-02-03"'
    ),
)
NO_RESPONSE = Rule(
    "DEL03",
    Severity.WARNING,
    msg("El comentario «{id}» no tiene respuesta."),
    msg("Quien opina debe saber si lo que dijo cambió algo, y por qué."),
    msg("Escríbala en «{key}». Si no se conoce, anótelo en «{absences}» con campo «{address}» y su motivo."),
    Example(
        bad='texto: "Separar fugas de tomas clandestinas."',
        good='texto: "Separar fugas de tomas clandestinas."\n    respuesta: "Se separaron."',
        path=sample.TREE,
    ),
)
RARE_SESSIONS = Rule(
    "DEL04",
    Severity.WARNING,
    msg("Entre el {before} y el {after} pasaron más de {months} meses sin que el foro sesionara."),
    msg("El foro da seguimiento al plan: si no se reúne, nadie acuerda ni corrige a tiempo."),
    msg("Añada la sesión que falta. Si no la hubo, anótelo en «excepciones» con su motivo."),
    Example(bad="sesiones del 2020-01-15 y del 2020-09-15", good="sesiones del 2020-01-15, 2020-05-15 y 2020-09-15"),
)
ONE_SECTOR = Rule(
    "DEL05",
    Severity.WARNING,
    msg("Según la asistencia, a la mesa sólo llegó un sector ({sector})."),
    msg("Cocrear es decidir entre gobierno y sociedad: con un solo sector no hay deliberación."),
    msg("Anote la asistencia de los demás sectores. Si no llegaron, anótelo en «excepciones» con su motivo."),
    Example(
        bad='asistencia:\n  - sector: "gobierno"\n    personas: 9',
        good='asistencia:\n  - sector: "gobierno"\n    personas: 9\n  - sector: "sociedad_civil"\n    personas: 12',
    ),
)

_NOTICE = 14

_READING = 7

_MONTHS = 6

_YEAR = 12


def check_phase(entry: Entry[Phase]) -> Iterator[Finding]:
    """Check that a phase was announced in time."""
    announced, start = entry.model.announced, entry.model.start
    if announced and start and (days := (start - announced).days) < _NOTICE:
        yield SHORT_NOTICE.at(entry.position("announced"), days=days, least=_NOTICE)


def check_tree(entry: Entry[Tree]) -> Iterator[Finding]:
    """Check that the comments on a tree were answered."""
    for index, comment in enumerate(entry.model.comments):
        here = ("comments", index, "response")
        if comment.response or entry.is_damaged(*here):
            continue
        ref = entry.ref(*here)
        if entry.absence_of(ref) is None:
            key, absences = entry.keys.author("response"), entry.keys.author("unavailable")
            position = entry.position("comments", index)
            yield NO_RESPONSE.at(position, id=comment.id, key=key, absences=absences, address=ref.address)


def check_table(entry: Entry[Table]) -> Iterator[Finding]:
    """Check that those at a table had time to read, and came from more than one sector."""
    kit, start = entry.model.kit, entry.model.start
    if kit and start and (days := (start - kit.delivered).days) < _READING:
        yield LATE_KIT.at(entry.position("kit", "delivered"), days=days, least=_READING)
    came = {row.sector for row in entry.model.attendance if row.people}
    if len(came) == 1 and not entry.is_damaged("attendance"):
        (sector,) = came
        yield ONE_SECTOR.at(entry.position("attendance", key=True), sector=sector.label)


def check_rhythm(plan: Plan) -> Iterator[Finding]:
    """Check that sessions are at most six months apart, as the last one is from the end of what the plan tells."""
    if Kind.SESSION in plan.unsure:
        return
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
        yield RARE_SESSIONS.at(position, before=str(before), after=str(after), months=_MONTHS)


CHECKS = (
    DocumentCheck(Phase, check_phase, (SHORT_NOTICE,)),
    DocumentCheck(Tree, check_tree, (NO_RESPONSE,)),
    DocumentCheck(Table, check_table, (LATE_KIT, ONE_SECTOR)),
    PlanCheck(check_rhythm, (RARE_SESSIONS,)),
)
