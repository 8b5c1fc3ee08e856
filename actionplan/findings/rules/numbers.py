"""Rules on numbers."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

WEIGHTS = Rule(
    "NUM01",
    Severity.ERROR,
    msg("Tienen ponderación {given} de {all}, y suman {total}."),
    msg("El avance es un promedio ponderado: sólo es justo si todas cuentan y suman 100."),
    msg("Dé ponderación a todas hasta sumar 100, o quítelas todas para que pesen igual."),
)
PERCENT_OF_STATE = Rule(
    "NUM02",
    Severity.ERROR,
    msg("«{state}» con {percent} % no es posible."),
    msg("El tablero mostraría un avance que contradice el estado."),
    msg("Use 0 con «por_iniciar», de 1 a 99 con «en_proceso» y 100 con «completado»."),
)
CLAIM_SHAPE = Rule(
    "NUM03",
    Severity.ERROR,
    msg("La afirmación debe traer un valor o un texto, y sólo uno de los dos."),
    msg("Una cifra sin valor no dice nada, y con dos no se sabe cuál vale."),
    msg("Deje «valor» con el número, o «texto» con las palabras."),
)
