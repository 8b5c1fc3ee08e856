"""Who left a commitment is not there any more, and who took over is."""

from collections.abc import Iterator
from itertools import pairwise

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Commitment, Entry, HandoverRole
from actionplan.rules.check import DocumentCheck

_WHO_COULD_SIGN = msg("De los relevos se obtiene quién podía firmar cada día; así lo ya publicado sigue valiendo.")

LEFT_AND_STAYS = Rule(
    "SEG11",
    Severity.ERROR,
    msg("«{organisation}» dejó el compromiso el {date}, pero sigue en «{key}»."),
    _WHO_COULD_SIGN,
    msg("Quítela de «{key}», o corrija el relevo. Si volvió después, añada ese otro relevo."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - fecha: "2020-05-29"\n    papel: "corresponsable"\n'
        '    deja: "osc"\n    motivo: "Cerró sus oficinas."',
        good='corresponsables:\n  - "osc"',
        path=sample.COMMITMENT,
    ),
)
ENTERED_AND_IS_NOT = Rule(
    "SEG12",
    Severity.ERROR,
    msg("«{organisation}» entró al compromiso el {date}, pero no está en «{key}»."),
    _WHO_COULD_SIGN,
    msg("Añádala a «{key}», o corrija el relevo. Si también salió después, añada ese otro relevo."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - deja: "osc"\n    entra: "red"',
        good='corresponsables:\n  - "red"\nrelevos:\n  - deja: "osc"\n    entra: "red"',
    ),
)
HANDOVER_OF_NOBODY = Rule(
    "SEG16",
    Severity.ERROR,
    msg("El relevo no dice quién deja el compromiso ni quién entra."),
    _WHO_COULD_SIGN,
    msg("Escriba «{leaves}», «{enters}» o los dos."),
    Example(
        bad='corresponsables:\n  - "osc"\nrelevos:\n  - fecha: "2020-05-29"\n    papel: "corresponsable"\n'
        '    motivo: "Se sumó."',
        good='corresponsables:\n  - "osc"',
        path=sample.COMMITMENT,
    ),
)
HANDOVERS_OUT_OF_ORDER = Rule(
    "SEG13",
    Severity.ERROR,
    msg("El relevo es del {date}, anterior al que está antes en la lista ({previous})."),
    _WHO_COULD_SIGN,
    msg("Ordene los relevos por su fecha, del más antiguo al más reciente."),
    Example(
        bad='- fecha: "2020-05-04"\n- fecha: "2020-04-02"',
        good='- fecha: "2020-04-02"\n- fecha: "2020-05-04"',
    ),
)

LISTS = {HandoverRole.LEAD: "leads", HandoverRole.PARTNER: "partners"}

"""The field that tells who answers for a commitment now, by role."""


def are_unsure(entry: Entry[Commitment]) -> bool:
    """Return whether the handovers of a commitment lost something that was refused: a way out, or the way back."""
    sides = [("handovers", at, side) for at in range(len(entry.model.handovers)) for side in ("leaves", "enters")]
    return entry.is_damaged("handovers") or any(entry.is_damaged(*side) for side in sides)


def check(entry: Entry[Commitment]) -> Iterator[Finding]:
    """Check the handovers of a commitment against each other and against who answers for it now."""
    for index, (before, item) in enumerate(pairwise(entry.model.handovers), 1):
        if item.date < before.date:
            position = entry.position("handovers", index, "date")
            yield HANDOVERS_OUT_OF_ORDER.at(position, date=str(item.date), previous=str(before.date))
    if are_unsure(entry):
        return
    # By their dates, so that a list out of order is one finding.
    by_date = sorted(enumerate(entry.model.handovers), key=lambda pair: pair[1].date)
    for at, (index, item) in enumerate(by_date):
        if item.leaves is None and item.enters is None:
            leaves, enters = map(entry.keys.author, ("leaves", "enters"))
            yield HANDOVER_OF_NOBODY.at(entry.position("handovers", index), leaves=leaves, enters=enters)
        if entry.is_damaged(LISTS[item.role]):
            continue
        holders = entry.model.holders(item.role)
        later = [after for _, after in by_date[at + 1 :] if after.role is item.role]
        told = {"date": str(item.date), "key": entry.keys.author(LISTS[item.role])}
        if item.leaves and item.leaves in holders and not any(item.leaves == it.enters for it in later):
            yield LEFT_AND_STAYS.at(entry.position("handovers", index, "leaves"), organisation=item.leaves, **told)
        if item.enters and item.enters not in holders and not any(item.enters == it.leaves for it in later):
            yield ENTERED_AND_IS_NOT.at(entry.position("handovers", index, "enters"), organisation=item.enters, **told)


CHECKS = (
    DocumentCheck(Commitment, check, (ENTERED_AND_IS_NOT, HANDOVERS_OUT_OF_ORDER, HANDOVER_OF_NOBODY, LEFT_AND_STAYS)),
)
