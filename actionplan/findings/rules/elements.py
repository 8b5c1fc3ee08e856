"""Rules on what a document must say, or say that it is not known."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_COMMITMENT = "commitments/01-agua/compromiso.md"
_ROADMAP = "commitments/01-agua/hoja-de-ruta.md"

MISSING = Rule(
    "ELE01",
    Severity.ERROR,
    msg("Falta «{title}» ({address}) y no se declara como no disponible."),
    msg("Lo que falta y no se avisa parece completo."),
    msg("Escríbalo; si no se conoce, añada en «{absences}» una entrada con campo «{address}» y su motivo."),
    Example(bad='conclusion: "2020-06-30"', good='inicio: "2020-01-01"\nconclusion: "2020-06-30"', path=_COMMITMENT),
)
NOT_ABSENT = Rule(
    "ELE02",
    Severity.ERROR,
    msg("«{address}» se declara no disponible, pero sí tiene valor."),
    msg("El sitio diría dos cosas contrarias."),
    msg("Borre la entrada de «{absences}», o el valor si es el que sobra."),
    Example(
        bad='no_disponible:\n  - campo: "ods"\n    motivo: "No consta"\n  - campo: "alternativas"',
        good='no_disponible:\n  - campo: "alternativas"',
        path=_COMMITMENT,
    ),
)
SIGNED_INCOMPLETE = Rule(
    "ELE03",
    Severity.ERROR,
    msg("La hoja de ruta está firmada y declara no disponible «{address}»."),
    msg("Una hoja firmada compromete a las dos partes en los ocho elementos."),
    msg("Complete el dato, o deje el documento como borrador hasta tenerlo."),
    Example(
        bad='estado_documental: "firmada"\n...\nno_disponible:\n  - campo: "i1/unidad"',
        good='estado_documental: "borrador"\n...\nno_disponible:\n  - campo: "i1/unidad"',
    ),
)
NOT_OBTAINED_FILLED = Rule(
    "ELE04",
    Severity.ERROR,
    msg("La hoja de ruta se declara «no_obtenida» y sin embargo trae acciones."),
    msg("El sitio diría que no existe y la mostraría."),
    msg("Cambie el estado a «borrador» o «firmada», o borre las acciones."),
    Example(bad='estado_documental: "no_obtenida"', good='estado_documental: "firmada"', path=_ROADMAP),
)
