"""Rules on numbers."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_ROADMAP = "commitments/01-agua/hoja-de-ruta.md"
_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"

WEIGHTS = Rule(
    "NUM01",
    Severity.ERROR,
    msg("Tienen ponderación {given} de {all}, y suman {total}."),
    msg("El avance es un promedio ponderado: sólo es justo si todas cuentan y suman 100."),
    msg("Dé ponderación a todas hasta sumar 100, o quítelas todas para que pesen igual."),
    Example(bad='titulo: "Medir"\n    ponderacion: 99.5', good='titulo: "Medir"', path=_ROADMAP),
)
PERCENT_OF_STATE = Rule(
    "NUM02",
    Severity.ERROR,
    msg("«{state}» con {percent} % no es posible."),
    msg("El tablero mostraría un avance que contradice el estado."),
    msg("Use 0 con «por_iniciar», de 1 a 99 con «en_proceso» y 100 con «completado»."),
    Example(bad="porcentaje: 100", good="porcentaje: 40", path=_REPORT),
)
CLAIM_SHAPE = Rule(
    "NUM03",
    Severity.ERROR,
    msg("La afirmación debe traer un valor o un texto, y sólo uno de los dos."),
    msg("Una cifra sin valor no dice nada, y con dos no se sabe cuál vale."),
    msg("Deje «valor» con el número, o «texto» con las palabras."),
    Example(bad='- valor: 480\n  texto: "Unas 480"', good="- valor: 480"),
)
UNPROVEN = Rule(
    "NUM04",
    Severity.WARNING,
    msg("«{activity}» se da por completada sin evidencia de {means}."),
    msg("Se mostrará como «completado sin evidencia» y contará 99 %."),
    msg("Añada en «evidencias» una por cada medio de verificación, con su identificador en «medio»."),
    Example(
        bad='estado: "completado"\n    porcentaje: 100',
        good='estado: "en_proceso"\n    porcentaje: 40',
        path=_REPORT,
    ),
)
BACKWARDS = Rule(
    "NUM05",
    Severity.ERROR,
    msg("«{activity}» baja de {before} % a {percent} % y no dice por qué."),
    msg("Un avance que retrocede sin explicación hace dudar de los dos reportes."),
    msg("Añada «motivo» a la actividad, o corrija el porcentaje."),
    Example(bad="porcentaje: 20", good='porcentaje: 20\n    motivo: "Se retiraron los medidores defectuosos."'),
)
CANCELLED_SILENTLY = Rule(
    "NUM06",
    Severity.ERROR,
    msg("«{activity}» se cancela y no dice por qué."),
    msg("Lo cancelado deja de contar: sin motivo, bastaría cancelar lo atrasado para que el avance subiera."),
    msg("Añada «motivo» a la actividad, o corrija el estado."),
    Example(bad='estado: "cancelado"', good='estado: "en_proceso"', path=_REPORT),
)
OUT_OF_DOMAIN = Rule(
    "NUM07",
    Severity.ERROR,
    msg("{value} no es un valor posible de «{indicator}» ({lowest} a {highest})."),
    msg("La gráfica mostraría algo que no puede pasar."),
    msg(
        "Corrija el número. Si es posible, diga en el indicador hasta dónde llega, con «valor_minimo» y "
        "«valor_maximo»: sin ellos, un porcentaje va de 0 a 100."
    ),
    Example(bad='unidad: "barrios"\n    valor_maximo: 4', good='unidad: "barrios"', path=_ROADMAP),
)
RANGE_REVERSED = Rule(
    "NUM08",
    Severity.ERROR,
    msg("El máximo ({highest}) es menor que el mínimo ({lowest})."),
    msg("Entre los dos no cabe ningún número."),
    msg("Corrija uno de los dos."),
    Example(bad="valor: 5\n        maximo: 4", good="valor: 5", path=_ROADMAP),
)
AGAINST_SENSE = Rule(
    "NUM09",
    Severity.WARNING,
    msg("La meta ({target}) está peor que la línea base ({baseline}) para un indicador «{state}»."),
    msg("Se cumpliría sin hacer nada."),
    msg("Corrija la meta, la línea base o el sentido. Si así está firmado, anótelo en «excepciones» con su motivo."),
    Example(bad='sentido: "descendente"', good='sentido: "ascendente"', path=_ROADMAP),
)
