"""Rules on identity and references: every name means one thing, and is there."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_TREE = "plan/3-arboles/agua.md"
_COMMITMENT = "commitments/01-agua/compromiso.md"
_VERIFICATION = "commitments/01-agua/verificaciones/2020-04-10-osc.md"
_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"

_LEADS_NOWHERE = msg("Quien lea el plan no podría seguir el dato hasta su origen.")

DUPLICATE_ID = Rule(
    "REF01",
    Severity.ERROR,
    msg("El identificador «{id}» ya está en uso ({other})."),
    msg("Un mismo nombre para dos cosas mezcla sus datos."),
    msg("Elija otro identificador para uno de los dos; los ya publicados no cambian."),
    Example(
        bad='id: "c1"\n    texto: "Nadie mide el consumo."',
        good='id: "c2"\n    texto: "Nadie mide el consumo."',
        path=_TREE,
    ),
)
UNRESOLVED = Rule(
    "REF02",
    Severity.ERROR,
    msg("«{value}» no existe en {where}.{hint}"),
    _LEADS_NOWHERE,
    msg("Corrija el identificador o dé de alta lo que falta en {where}."),
    Example(bad='causas:\n  - "agua/c7"', good='causas:\n  - "agua/c1"', path=_COMMITMENT),
)
NO_SUCH_FIELD = Rule(
    "REF03",
    Severity.ERROR,
    msg("«{value}» no señala ningún dato ni apartado de este documento.{hint}"),
    _LEADS_NOWHERE,
    msg("Escriba la ruta con nombres de datos e identificadores unidos por «/», por ejemplo «a1.1/conclusion»."),
    Example(
        bad='no_disponible:\n  - campo: "alternativaz"\n    motivo: "No consta"\n  - campo: "alternativas"',
        good='no_disponible:\n  - campo: "alternativas"',
        path=_COMMITMENT,
    ),
)
WRONG_NUMBER = Rule(
    "REF04",
    Severity.ERROR,
    msg("El número {number} no coincide con el de la carpeta «{folder}»."),
    msg("Las direcciones del sitio salen del nombre de la carpeta."),
    msg("Haga que el número y el inicio del nombre de la carpeta sean iguales."),
    Example(bad="numero: 2", good="numero: 1", path=_COMMITMENT),
)
BROKEN_LINK = Rule(
    "REF05",
    Severity.ERROR,
    msg("El enlace «{target}» no lleva a ningún archivo del plan.{hint}"),
    _LEADS_NOWHERE,
    msg("Escriba la ruta desde este archivo, por ejemplo «../../plan/3-arboles/salud.md»."),
    Example(bad="Falta [agua](../../plan/3-arboles/ahua.md).", good="Falta agua.", path=_COMMITMENT),
)
WRONG_FOLDER = Rule(
    "REF06",
    Severity.ERROR,
    msg("El documento dice ser del compromiso «{value}», pero está en la carpeta de «{owner}»."),
    msg("El avance de un compromiso se sumaría a otro."),
    msg("Cambie el dato o mueva el archivo a la carpeta del compromiso."),
    Example(bad='compromiso: "c02"', good='compromiso: "c01"', path=_VERIFICATION),
)
WRONG_NAME = Rule(
    "REF07",
    Severity.ERROR,
    msg("El archivo debería llamarse «{expected}.md», por su fecha y su organización."),
    msg("El nombre identifica el registro y nunca cambia."),
    msg("Cambie el nombre del archivo, o la fecha o la organización si están mal."),
    Example(bad='fecha: "2020-04-01"', good='fecha: "2020-03-31"', path=_REPORT),
)
