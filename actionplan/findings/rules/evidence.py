"""Rules on evidence."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

NOTHING_SHOWN = Rule(
    "EVI01",
    Severity.ERROR,
    msg("La evidencia no trae ni dirección ni archivo."),
    msg("Una evidencia que nadie puede abrir no prueba nada."),
    msg("Añada «url» con la dirección, o «archivo» con el nombre dentro de «evidencias/»."),
)
FILE_MISSING = Rule(
    "EVI02",
    Severity.ERROR,
    msg("El archivo «{file}» no está en «{folder}»."),
    msg("Una evidencia que nadie puede abrir no prueba nada."),
    msg("Suba el archivo a esa carpeta o corrija el nombre."),
)
