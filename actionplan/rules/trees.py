"""Problem trees can be taken in, say each thing once, and are answered."""

from collections.abc import Iterator
from typing import NamedTuple

from actionplan.documents.kinds import Kind
from actionplan.documents.values import Step
from actionplan.findings import sample
from actionplan.findings.finding import Finding, Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg
from actionplan.model.plan import Entry, Plan
from actionplan.model.process import Cause, Effect, Tree
from actionplan.rules.check import PlanCheck
from actionplan.text.normalise import words

_READABLE = msg("Un árbol que no se abarca de un vistazo no ayuda a deliberar, y su dibujo no cabe en la página.")

SAME_TEXT = Rule(
    "ARB01",
    Severity.WARNING,
    msg("Esta causa dice lo mismo que la causa «{other}»."),
    msg("Un problema contado dos veces parece pesar el doble y reparte sus respuestas entre dos lugares."),
    msg("Deje una sola, o escriba en qué se distinguen."),
    Example(bad='texto: "FUGAS en la red"', good='texto: "Nadie mide el consumo."', path=sample.TREE),
)
TOO_DEEP = Rule(
    "ARB02",
    Severity.WARNING,
    msg("El árbol tiene más de {limit} niveles a partir de aquí."),
    _READABLE,
    msg("Junte niveles que digan lo mismo, o abra otro árbol para esta rama."),
    Example(bad="siete «causas:», una dentro de otra", good="hasta seis niveles de causas"),
)
TOO_BIG = Rule(
    "ARB03",
    Severity.WARNING,
    msg("El árbol tiene {count} causas y efectos, y el límite es {limit}."),
    _READABLE,
    msg("Junte los que se parecen, o divida el tema en dos árboles."),
    Example(bad="un árbol con 201 causas", good="dos árboles con 100 causas cada uno"),
)
UNANSWERED = Rule(
    "ARB04",
    Severity.NOTICE,
    msg("Ningún compromiso ni alternativa atiende alguna causa de este árbol."),
    msg("Quien participó en el diagnóstico debe poder ver qué se hizo con él."),
    msg("Anote en «{causes}» del compromiso o de la alternativa las que atiende, como «{reference}»."),
    Example(bad='no_disponible:\n  - campo: "causas"\n    motivo: "No consta"', good='causas:\n  - "agua/c1"'),
)

_DEEPEST = 6

_LARGEST = 200

_WHO_MAY_ANSWER = (Kind.COMMITMENT, Kind.TABLE)


class _Node(NamedTuple):
    part: Cause | Effect
    steps: tuple[Step, ...]
    level: int


def check(plan: Plan) -> Iterator[Finding]:
    """Check the texts and the size of each tree, and that somebody took up one of its causes."""
    answered = {reference.partition("/")[0] for reference in _answers(plan)}
    unsure = plan.unsure.intersection(_WHO_MAY_ANSWER)
    for name, entry in plan.trees.items():
        yield from _within(entry)
        if entry.model.causes and name not in answered and not unsure:
            reference = f"{name}/{entry.model.causes[0].id}"
            key = entry.keys.author("causes")
            yield UNANSWERED.at(entry.position("causes", key=True), causes=key, reference=reference)


def _answers(plan: Plan) -> Iterator[str]:
    """The causes that commitments and alternatives name."""
    for commitment_file in plan.commitment_files.values():
        yield from commitment_file.commitment.model.causes
    for table in plan.tables.values():
        for alternative in table.model.alternatives:
            yield from alternative.causes


def _within(entry: Entry[Tree]) -> Iterator[Finding]:
    causes = tuple(_nodes(entry.model.causes, ("causes",)))
    effects = tuple(_nodes(entry.model.effects, ("effects",)))
    yield from _repeated(entry, causes)
    for node in (*causes, *effects):
        if node.level == _DEEPEST + 1:  # what hangs below is the same mistake
            yield TOO_DEEP.at(entry.position(*node.steps), limit=_DEEPEST)
    count = len(causes) + len(effects)
    if count > _LARGEST:
        yield TOO_BIG.at(entry.position("id"), count=count, limit=_LARGEST)


def _repeated(entry: Entry[Tree], causes: tuple[_Node, ...]) -> Iterator[Finding]:
    first: dict[tuple[str, ...], str] = {}
    for node in causes:
        text = words(node.part.text)
        if text in first:
            yield SAME_TEXT.at(entry.position(*node.steps, "text"), other=first[text])
        first.setdefault(text, node.part.id)


def _nodes(parts: tuple[Cause | Effect, ...], steps: tuple[Step, ...], level: int = 1) -> Iterator[_Node]:
    for index, part in enumerate(parts):
        here = (*steps, index)
        yield _Node(part, here, level)
        below = part.causes if isinstance(part, Cause) else part.effects
        yield from _nodes(below, (*here, steps[0]), level + 1)


CHECKS = (PlanCheck(check, (SAME_TEXT, TOO_BIG, TOO_DEEP, UNANSWERED)),)
