"""Rules on the data of a document: that it can be read in one way only, and has the keys and values of its kind."""

from __future__ import annotations

from actionplan.findings import Example, Rule, Severity, sample
from actionplan.language.messages import msg

_ONE_READING = msg("Cada programa leería otra cosa y el plan dejaría de decir lo mismo para todas las personas.")

_NOT_PUBLISHED = msg("Lo que no se puede leer no se puede revisar ni publicar.")

SYNTAX = Rule(
    "FOR06",
    Severity.ERROR,
    msg("La ficha de datos no se puede leer a partir de aquí ({problem})."),
    _NOT_PUBLISHED,
    msg(
        "Revise esta línea y la anterior: comillas que abren y cierran, dos puntos seguidos de un espacio, "
        "la misma sangría que las líneas vecinas. Un texto con «:» va entre comillas dobles."
    ),
    Example(bad="titulo: Agua: medida", good='titulo: "Agua medida"', path=sample.COMMITMENT),
)
TOO_DEEP = Rule(
    "FOR07",
    Severity.ERROR,
    msg("Los datos están anidados a más de {limit} niveles."),
    _NOT_PUBLISHED,
    msg("Quite corchetes, llaves o niveles de sangría de más."),
    Example(bad="titulo: [[[[[[[[…", good='titulo: "Agua medida"'),
)
YAML_FEATURE = Rule(
    "FOR08",
    Severity.ERROR,
    msg("Se usa {feature}, que aquí no se admite."),
    _ONE_READING,
    msg("Quítelo: escriba cada valor completo en su lugar, entre comillas dobles."),
    Example(bad='titulo: &a "Agua"', good='titulo: "Agua medida"', path=sample.COMMITMENT),
)
DUPLICATE_KEY = Rule(
    "FOR09",
    Severity.ERROR,
    msg("El dato «{key}» aparece dos veces (antes, en la línea {first})."),
    msg("Sólo uno de los dos valores contaría y no se sabría cuál."),
    msg("Deje uno solo."),
    Example(bad='situacion: "vigente"\nsituacion: "retirado"', good='situacion: "vigente"', path=sample.COMMITMENT),
)
AMBIGUOUS = Rule(
    "FOR10",
    Severity.ERROR,
    msg("«{value}» sin comillas se lee de distinta manera según el programa."),
    _ONE_READING,
    msg('Póngalo entre comillas dobles: "{value}".'),
    Example(bad="titulo: 12:30", good='titulo: "Agua medida"', path=sample.COMMITMENT),
)
UNKNOWN_KEY = Rule(
    "FOR11",
    Severity.ERROR,
    msg("El dato «{key}» no existe en este lugar.{hint}"),
    msg("Se perdería sin aviso."),
    msg("Corrija el nombre o bórrelo. Datos posibles aquí: {known}."),
    Example(bad="odss:", good="ods:", path=sample.COMMITMENT),
)
WRONG_TYPE = Rule(
    "FOR12",
    Severity.ERROR,
    msg("«{key}» debe ser {expected} y lo escrito es {found}."),
    msg("Con otro tipo de valor no se puede calcular ni mostrar."),
    msg("Cambie el valor de «{key}» por {expected}."),
    Example(bad='numero: "1"', good="numero: 1", path=sample.COMMITMENT),
)
NOT_A_WORD = Rule(
    "FOR13",
    Severity.ERROR,
    msg("«{value}» no es un valor de «{key}».{hint}"),
    msg("Las listas cerradas hacen comparables los compromisos."),
    msg("Use uno de estos: {known}."),
    Example(bad='situacion: "vijente"', good='situacion: "vigente"', path=sample.COMMITMENT),
)
BAD_DATE = Rule(
    "FOR14",
    Severity.ERROR,
    msg("«{value}» no es una fecha {precision}."),
    msg("Los plazos se calculan al día."),
    msg('Escríbala como "año-mes-día", por ejemplo {proposal}.'),
    Example(bad='inicio: "1 de enero"', good='inicio: "2020-01-01"', path=sample.COMMITMENT),
)
MISSING_KEY = Rule(
    "FOR15",
    Severity.ERROR,
    msg("Falta el dato «{key}»."),
    msg("Sin él el documento no se puede situar en el plan."),
    msg("Añada una línea «{key}:» con su valor."),
    Example(bad='id: "c01"', good='id: "c01"\nnumero: 1', path=sample.COMMITMENT),
)
BAD_VALUE = Rule(
    "FOR19",
    Severity.ERROR,
    msg("«{value}» no es un valor posible de «{key}»."),
    msg("Las direcciones, los identificadores y los títulos tienen una forma fija para que no se rompan."),
    msg("Escriba {expected}."),
    Example(bad='ods:\n  - "0"', good='ods:\n  - "6"', path=sample.COMMITMENT),
)
EMPTY_VALUE = Rule(
    "FOR22",
    Severity.ERROR,
    msg("«{key}» está vacío."),
    msg("Un hueco no dice si el dato falta, no se conoce o se olvidó."),
    msg("Escriba el valor; si no se conoce, borre la línea y anótelo en «{absences}» con su motivo."),
    Example(bad="titulo:", good='titulo: "Agua medida"', path=sample.COMMITMENT),
)
KEY_NOT_TEXT = Rule(
    "FOR25",
    Severity.ERROR,
    msg("El nombre de un dato debe ser una sola palabra, seguida de dos puntos."),
    _NOT_PUBLISHED,
    msg("Escriba «nombre: valor» en una línea."),
    Example(bad='? [a, b]\n: 1\nsituacion: "vigente"', good='situacion: "vigente"', path=sample.COMMITMENT),
)
NOT_A_RECORD = Rule(
    "FOR26",
    Severity.ERROR,
    msg("La ficha no contiene datos con la forma «nombre: valor»."),
    msg("Sin ella no se sabe qué es el documento."),
    msg("Empiece por la línea «{key}:» con el tipo de documento."),
    Example(bad="---\nAgua medida\n---", good='---\ntipo: "compromiso"\n---'),
)
OUT_OF_RANGE = Rule(
    "FOR30",
    Severity.ERROR,
    msg("«{value}» no es un valor posible de «{key}», que debe ser {limits}."),
    msg("Un número fuera de sus límites daría cifras que nadie podría comparar."),
    msg("Escriba en «{key}» un número que sea {limits}."),
    Example(bad="numero: 0", good="numero: 1", path=sample.COMMITMENT),
)

RULES = (
    SYNTAX,
    TOO_DEEP,
    YAML_FEATURE,
    DUPLICATE_KEY,
    AMBIGUOUS,
    UNKNOWN_KEY,
    WRONG_TYPE,
    NOT_A_WORD,
    BAD_DATE,
    MISSING_KEY,
    BAD_VALUE,
    EMPTY_VALUE,
    KEY_NOT_TEXT,
    NOT_A_RECORD,
    OUT_OF_RANGE,
)
