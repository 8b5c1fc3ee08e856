"""Problem trees can be taken in, say each thing once, and are answered."""

from collections.abc import Iterator

from actionplan.documents import Kind
from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import CAUSE, Cause, Effect, Entry, Plan, Tree, parts_of_kind
from actionplan.rules.check import DocumentCheck, PlanCheck
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


def check_answers(plan: Plan) -> Iterator[Finding]:
    """Check that somebody took up one of the causes of each tree."""
    if not plan.unsure.isdisjoint(_WHO_MAY_ANSWER):
        return
    references = (reference for entry in plan.entries for reference in entry.references)
    answered = {reference.document for reference in references if reference.mark is CAUSE}
    for name, entry in plan.trees.items():
        if entry.model.causes and (Kind.TREE, name) not in answered:
            reference = f"{name}/{entry.model.causes[0].id}"
            key = entry.keys.author("causes")
            yield UNANSWERED.at(entry.position("causes", key=True), causes=key, reference=reference)


def check(entry: Entry[Tree]) -> Iterator[Finding]:
    """Check the texts and the size of a tree."""
    causes = tuple(parts_of_kind(entry.model, Cause))
    nodes = (*causes, *parts_of_kind(entry.model, Effect))
    first: dict[tuple[str, ...], str] = {}
    for steps, cause in causes:
        text = words(cause.text)
        if text in first:
            yield SAME_TEXT.at(entry.position(*steps, "text"), other=first[text])
        first.setdefault(text, cause.id)
    for steps, _ in nodes:
        if len(steps) == 2 * (_DEEPEST + 1):  # what hangs below is the same mistake
            yield TOO_DEEP.at(entry.position(*steps), limit=_DEEPEST)
    if len(nodes) > _LARGEST:
        yield TOO_BIG.at(entry.position("id"), count=len(nodes), limit=_LARGEST)


CHECKS = (DocumentCheck(Tree, check, (SAME_TEXT, TOO_DEEP, TOO_BIG)), PlanCheck(check_answers, (UNANSWERED,)))
