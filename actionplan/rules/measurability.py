"""What a roadmap promises can be counted, or has an indicator; lists of words are for plans in Spanish."""

from collections.abc import Iterator

from actionplan.findings import Example, Finding, Rule, Severity, sample
from actionplan.language.messages import msg
from actionplan.model import Activity, CommitmentFile, Entry, Plan, Roadmap, parts_of_kind
from actionplan.rules.check import CommitmentCheck, PlanCheck
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
    """Check the wording of every roadmap of a plan in Spanish."""
    for commitment_file in plan.commitment_files.values() if plan.identity.language == "es" else ():
        if commitment_file.roadmap:
            yield from _vague(commitment_file.roadmap)
            yield from _uncountable(commitment_file.roadmap)


def check_result(commitment_file: CommitmentFile) -> Iterator[Finding]:
    """Check that the final result says more than the title of the commitment."""
    roadmap, title = commitment_file.roadmap, commitment_file.commitment.model.title
    if roadmap and roadmap.model.final_result and words(roadmap.model.final_result) == words(title):
        yield REPEATS_THE_TITLE.at(roadmap.position("final_result"))


def _vague(entry: Entry[Roadmap]) -> Iterator[Finding]:
    if entry.model.indicators or entry.is_damaged("indicators"):
        return
    named = [((*steps, "title"), activity.title) for steps, activity in parts_of_kind(entry.model, Activity)]
    for steps, text in ((("final_result",), entry.model.final_result or ""), *named):
        found = VAGUE_VERB.search(plain(text))
        if found:
            yield VAGUE.at(entry.position(*steps), word=found[0])


def _uncountable(entry: Entry[Roadmap]) -> Iterator[Finding]:
    for steps, activity in parts_of_kind(entry.model, Activity):
        for index, output in enumerate(activity.outputs):
            said = [word for word in words(output.name) if word not in SMALL_WORDS]
            if said and ABSTRACT_NOUNS.issuperset(said):
                yield UNCOUNTABLE.at(entry.position(*steps, "outputs", index, "name"), name=output.name)


CHECKS = (CommitmentCheck(check_result, (REPEATS_THE_TITLE,)), PlanCheck(check, (VAGUE, UNCOUNTABLE)))
