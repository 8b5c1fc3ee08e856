"""Rules on identity and references: every name means one thing, and is there."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

_LEADS_NOWHERE = msg("Quien lea el plan no podría seguir el dato hasta su origen.")

DUPLICATE_ID = Rule(
    "REF01",
    Severity.ERROR,
    msg("El identificador «{id}» ya está en uso ({other})."),
    msg("Un mismo nombre para dos cosas mezcla sus datos."),
    msg("Elija otro identificador para uno de los dos; los ya publicados no cambian."),
)
UNRESOLVED = Rule(
    "REF02",
    Severity.ERROR,
    msg("«{value}» no existe en {where}.{hint}"),
    _LEADS_NOWHERE,
    msg("Corrija el identificador o dé de alta lo que falta en {where}."),
)
NO_SUCH_FIELD = Rule(
    "REF03",
    Severity.ERROR,
    msg("«{value}» no señala ningún dato ni apartado de este documento.{hint}"),
    _LEADS_NOWHERE,
    msg("Escriba la ruta con nombres de datos e identificadores unidos por «/», por ejemplo «a1.1/conclusion»."),
)
WRONG_NUMBER = Rule(
    "REF04",
    Severity.ERROR,
    msg("El número {number} no coincide con el de la carpeta «{folder}»."),
    msg("Las direcciones del sitio salen del nombre de la carpeta."),
    msg("Haga que el número y el inicio del nombre de la carpeta sean iguales."),
)
BROKEN_LINK = Rule(
    "REF05",
    Severity.ERROR,
    msg("El enlace «{target}» no lleva a ningún archivo del plan.{hint}"),
    _LEADS_NOWHERE,
    msg("Escriba la ruta desde este archivo, por ejemplo «../../plan/3-arboles/salud.md»."),
)
WRONG_FOLDER = Rule(
    "REF06",
    Severity.ERROR,
    msg("El documento dice ser del compromiso «{value}», pero está en la carpeta de «{owner}»."),
    msg("El avance de un compromiso se sumaría a otro."),
    msg("Cambie el dato o mueva el archivo a la carpeta del compromiso."),
)
WRONG_NAME = Rule(
    "REF07",
    Severity.ERROR,
    msg("El archivo debería llamarse «{expected}.md», por su fecha y su organización."),
    msg("El nombre identifica el registro y nunca cambia."),
    msg("Cambie el nombre del archivo, o la fecha o la organización si están mal."),
)
