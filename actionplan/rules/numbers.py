"""Weights add up, and a claim says one thing."""

from collections.abc import Iterator
from decimal import Decimal

from actionplan.documents import Step
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Claim, DocumentPart, Entry, Roadmap, parts_of_kind
from actionplan.rules.check import DocumentCheck

WEIGHTS = Rule(
    "NUM01",
    Severity.ERROR,
    msg("Tienen ponderación {given} de {all}, y suman {total}."),
    msg("El avance es un promedio ponderado: sólo es justo si todas cuentan y suman 100."),
    msg("Dé ponderación a todas hasta sumar 100, o quítelas todas para que pesen igual."),
    Example(bad='titulo: "Medir"\n    ponderacion: 99.5', good='titulo: "Medir"', path=sample.ROADMAP),
)
CLAIM_SHAPE = Rule(
    "NUM03",
    Severity.ERROR,
    msg("La afirmación debe traer un valor o un texto, y sólo uno de los dos."),
    msg("Una cifra sin valor no dice nada, y con dos no se sabe cuál vale."),
    msg("Deje «valor» con el número, o «texto» con las palabras."),
    Example(bad='- valor: 480\n  texto: "Unas 480"', good="- valor: 480"),
)

_WHOLE = Decimal(100)


def check_weights(entry: Entry[Roadmap]) -> Iterator[Finding]:
    """Check that the weights of actions, and of the activities of each, add up."""
    model = entry.model
    yield from _weights(entry, ("actions",), [action.weight for action in model.actions])
    for number, action in enumerate(model.actions):
        weights = [activity.weight for activity in action.activities]
        yield from _weights(entry, ("actions", number, "activities"), weights)


def _weights(entry: Entry[Roadmap], steps: tuple[Step, ...], weights: list[Decimal | None]) -> Iterator[Finding]:
    given = [weight for weight in weights if weight is not None]
    if entry.loses or any(entry.is_damaged(*steps, index, "weight") for index in range(len(weights))):
        return
    if given and (len(given) < len(weights) or sum(given) != _WHOLE):
        first = next(index for index, weight in enumerate(weights) if weight is not None)
        position = entry.position(*steps, first, "weight")
        yield WEIGHTS.at(position, total=str(sum(given)), given=len(given), all=len(weights))


def check_claims(entry: Entry[DocumentPart]) -> Iterator[Finding]:
    """Check that each claim says either a number or words."""
    for steps, claim in parts_of_kind(entry.model, Claim):
        damaged = entry.is_damaged(*steps, "value") or entry.is_damaged(*steps, "text")
        if (claim.value is None) == (claim.text is None) and not damaged:
            yield CLAIM_SHAPE.at(entry.position(*steps))


CHECKS = (
    DocumentCheck(Roadmap, check_weights, (WEIGHTS,)),
    DocumentCheck(DocumentPart, check_claims, (CLAIM_SHAPE,)),
)
