"""What a roadmap promises can be counted, or has an indicator; lists of words are for plans in Spanish."""

from collections.abc import Iterator

from actionplan.documents.values import Step
from actionplan.findings import sample
from actionplan.findings.finding import Finding, Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg
from actionplan.model.commitment import Commitment
from actionplan.model.plan import Entry, Plan
from actionplan.model.roadmap import Activity, Roadmap
from actionplan.rules.check import PlanCheck
from actionplan.rules.vague_words import ABSTRACT_NOUNS, SMALL_WORDS, VAGUE_VERB
from actionplan.text.normalise import plain, words

VAGUE = Rule(
    "MED01",
    Severity.WARNING,
    msg("«{word}» no dice qué se hará y la hoja de ruta no tiene ningún indicador."),
    msg("Sin un hecho que se pueda comprobar, nadie sabrá qué día se cumplió."),
    msg(
        "Diga qué quedará hecho («publicar», «instalar», «capacitar a 30 personas»), o añada un indicador. "
        "Si así está firmado, anótelo en «excepciones» con su motivo."
    ),
    Example(
        bad='titulo: "Promover el uso de medidores"\n...\nno_disponible:\n  - campo: "indicadores"',
        good='titulo: "Instalar medidores"',
    ),
)
UNCOUNTABLE = Rule(
    "MED02",
    Severity.WARNING,
    msg("«{name}» no se puede contar ni entregar."),
    msg("Un producto es lo que queda cuando la actividad termina: alguien debe poder verlo o contarlo."),
    msg("Nombre lo que quedará: un acta, un taller con 30 personas, una base de datos publicada."),
    Example(bad='nombre: "Sensibilización"', good='nombre: "Medidores instalados"', path=sample.ROADMAP),
)
REPEATS_THE_TITLE = Rule(
    "MED03",
    Severity.WARNING,
    msg("El resultado final repite el título del compromiso."),
    msg("El título anuncia; el resultado dice qué habrá cambiado, y contra eso se mide el plan."),
    msg("Escriba qué será distinto al terminar, para quiénes y cuánto."),
    Example(bad='resultado_final: "Agua medida."', good='resultado_final: "La red se mide."', path=sample.ROADMAP),
)


def check(plan: Plan) -> Iterator[Finding]:
    """Check the wording of every roadmap."""
    spanish = plan.identity.language == "es"
    for commitment_file in plan.commitment_files.values():
        if commitment_file.roadmap is None:
            continue
        yield from _repeats(commitment_file.roadmap, commitment_file.commitment.model)
        if spanish:
            yield from _vague(commitment_file.roadmap)
            yield from _uncountable(commitment_file.roadmap)


def _repeats(entry: Entry[Roadmap], commitment: Commitment) -> Iterator[Finding]:
    result = entry.model.final_result
    if result and words(result) == words(commitment.title):
        yield REPEATS_THE_TITLE.at(entry.position("final_result"))


def _vague(entry: Entry[Roadmap]) -> Iterator[Finding]:
    if entry.model.indicators or entry.is_damaged("indicators"):
        return
    named = [((*steps, "title"), activity.title) for steps, activity in _activities(entry.model)]
    for steps, text in ((("final_result",), entry.model.final_result or ""), *named):
        found = VAGUE_VERB.search(plain(text))
        if found:
            yield VAGUE.at(entry.position(*steps), word=found[0])


def _uncountable(entry: Entry[Roadmap]) -> Iterator[Finding]:
    for steps, activity in _activities(entry.model):
        for index, output in enumerate(activity.outputs):
            said = [word for word in words(output.name) if word not in SMALL_WORDS]
            if said and ABSTRACT_NOUNS.issuperset(said):
                yield UNCOUNTABLE.at(entry.position(*steps, "outputs", index, "name"), name=output.name)


def _activities(model: Roadmap) -> Iterator[tuple[tuple[Step, ...], Activity]]:
    for number, action in enumerate(model.actions):
        for index, activity in enumerate(action.activities):
            yield ("actions", number, "activities", index), activity


CHECKS = (PlanCheck(check, (REPEATS_THE_TITLE, UNCOUNTABLE, VAGUE)),)
