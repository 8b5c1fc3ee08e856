"""Rules on what a document must say, or say that it is not known."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

MISSING = Rule(
    "ELE01",
    Severity.ERROR,
    msg("Falta «{title}» ({address}) y no se declara como no disponible."),
    msg("Lo que falta y no se avisa parece completo."),
    msg("Escríbalo; si no se conoce, añada en «{absences}» una entrada con campo «{address}» y su motivo."),
)
NOT_ABSENT = Rule(
    "ELE02",
    Severity.ERROR,
    msg("«{address}» se declara no disponible, pero sí tiene valor."),
    msg("El sitio diría dos cosas contrarias."),
    msg("Borre la entrada de «{absences}», o el valor si es el que sobra."),
)
SIGNED_INCOMPLETE = Rule(
    "ELE03",
    Severity.ERROR,
    msg("La hoja de ruta está firmada y declara no disponible «{address}»."),
    msg("Una hoja firmada compromete a las dos partes en los ocho elementos."),
    msg("Complete el dato, o deje el documento como borrador hasta tenerlo."),
)
NOT_OBTAINED_FILLED = Rule(
    "ELE04",
    Severity.ERROR,
    msg("La hoja de ruta se declara «no_obtenida» y sin embargo trae acciones."),
    msg("El sitio diría que no existe y la mostraría."),
    msg("Cambie el estado a «borrador» o «firmada», o borre las acciones."),
)
