"""A commitment that ended before its time says when, why and what became of it."""

from collections.abc import Iterator

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Commitment, Entry, Situation
from actionplan.rules.check import DocumentCheck

CLOSURE_OWED = Rule(
    "SEG08",
    Severity.ERROR,
    msg("El compromiso está «{state}» y falta «{key}»."),
    msg("Lo que las dos partes firmaron no desaparece sin que se diga cuándo, por qué y a dónde pasó."),
    msg("Añada «{key}». Si el compromiso sigue en pie, corrija su situación."),
    Example(bad='situacion: "retirado"', good='situacion: "vigente"', path=sample.COMMITMENT),
)
CLOSURE_UNDUE = Rule(
    "SEG09",
    Severity.ERROR,
    msg("El compromiso está «{state}» y trae «{key}»."),
    msg("No se sabría si sigue en pie."),
    msg("Quite «{key}», o corrija la situación."),
    Example(
        bad='situacion: "vigente"\ncierre:\n  fecha: "2020-05-29"\n  motivo: "Sin presupuesto."',
        good='situacion: "vigente"',
        path=sample.COMMITMENT,
    ),
)

_ENDED = (Situation.WITHDRAWN, Situation.MERGED)


def check(entry: Entry[Commitment]) -> Iterator[Finding]:
    """Check that the closure of a commitment agrees with its situation."""
    situation, closure = entry.model.situation, entry.model.closure
    state, key, heir = situation.label, entry.keys.author("closure"), entry.keys.author("merged_into")
    if closure is None:
        if situation in _ENDED and not entry.is_damaged("closure"):
            yield CLOSURE_OWED.at(entry.position("situation"), state=state, key=key)
    elif situation is Situation.IN_FORCE:
        yield CLOSURE_UNDUE.at(entry.position("closure", key=True), state=state, key=key)
    elif situation is Situation.MERGED:
        if closure.merged_into is None and not entry.is_damaged("closure", "merged_into"):
            yield CLOSURE_OWED.at(entry.position("closure", key=True), state=state, key=heir)
    elif closure.merged_into is not None:
        yield CLOSURE_UNDUE.at(entry.position("closure", "merged_into"), state=state, key=heir)


CHECKS = (DocumentCheck(Commitment, check, (CLOSURE_OWED, CLOSURE_UNDUE)),)
