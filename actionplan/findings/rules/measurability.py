"""Rules on wording: what a plan promises can be counted, or somebody says how it will be measured."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_ROADMAP = "commitments/01-agua/hoja-de-ruta.md"

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
    Example(bad='nombre: "Sensibilización"', good='nombre: "Medidores instalados"', path=_ROADMAP),
)
REPEATS_THE_TITLE = Rule(
    "MED03",
    Severity.WARNING,
    msg("El resultado final repite el título del compromiso."),
    msg("El título anuncia; el resultado dice qué habrá cambiado, y contra eso se mide el plan."),
    msg("Escriba qué será distinto al terminar, para quiénes y cuánto."),
    Example(bad='resultado_final: "Agua medida."', good='resultado_final: "La red se mide."', path=_ROADMAP),
)
