"""Rules on the form of a file: what can be read at all, and as what."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Rule
from actionplan.language.messages import msg

_ONE_READING = msg("Cada programa leería otra cosa y el plan dejaría de decir lo mismo para todas las personas.")
_NOT_PUBLISHED = msg("Lo que no se puede leer no se puede revisar ni publicar.")

NOT_UTF8 = Rule(
    "FOR01",
    Severity.ERROR,
    msg("El archivo no está en UTF-8 (byte {byte})."),
    msg("Los acentos y las eñes se verían rotos."),
    msg("Guárdelo de nuevo eligiendo la codificación «UTF-8»."),
)
CONTROL_CHARACTER = Rule(
    "FOR02",
    Severity.ERROR,
    msg("Hay un carácter invisible o de control ({character})."),
    msg("No se ve, pero puede ocultar texto o cambiar el orden en que se lee."),
    msg("Bórrelo y escriba de nuevo ese tramo a mano, sin copiar y pegar."),
)
TOO_BIG = Rule(
    "FOR03",
    Severity.ERROR,
    msg("El archivo mide {size} bytes y el límite es {limit}."),
    msg("Nadie podría revisarlo línea por línea."),
    msg("Divida el contenido o mueva los documentos largos a «evidencias/»."),
)
NO_FRONT_MATTER = Rule(
    "FOR04",
    Severity.ERROR,
    msg("Falta la ficha de datos al inicio del archivo."),
    msg("Sin ella no se sabe qué es el documento."),
    msg("Escriba «---» en la primera línea, luego los datos, y cierre con otra línea «---»."),
)
FRONT_MATTER_OPEN = Rule(
    "FOR05",
    Severity.ERROR,
    msg("La ficha de datos no se cierra."),
    msg("Todo el texto se leería como datos."),
    msg("Añada una línea que sólo contenga «---» después del último dato."),
)
SYNTAX = Rule(
    "FOR06",
    Severity.ERROR,
    msg("La ficha de datos no se puede leer a partir de aquí ({problem})."),
    _NOT_PUBLISHED,
    msg(
        "Revise esta línea y la anterior: comillas que abren y cierran, dos puntos seguidos de un espacio, "
        "la misma sangría que las líneas vecinas. Un texto con «:» va entre comillas dobles."
    ),
)
TOO_DEEP = Rule(
    "FOR07",
    Severity.ERROR,
    msg("Los datos están anidados a más de {limit} niveles."),
    _NOT_PUBLISHED,
    msg("Quite corchetes, llaves o niveles de sangría de más."),
)
YAML_FEATURE = Rule(
    "FOR08",
    Severity.ERROR,
    msg("Se usa {feature}, que aquí no se admite."),
    _ONE_READING,
    msg("Quítelo: escriba cada valor completo en su lugar, entre comillas dobles."),
)
DUPLICATE_KEY = Rule(
    "FOR09",
    Severity.ERROR,
    msg("El dato «{key}» aparece dos veces (antes, en la línea {first})."),
    msg("Sólo uno de los dos valores contaría y no se sabría cuál."),
    msg("Deje uno solo."),
)
AMBIGUOUS = Rule(
    "FOR10",
    Severity.ERROR,
    msg("«{value}» sin comillas se lee de distinta manera según el programa."),
    _ONE_READING,
    msg('Póngalo entre comillas dobles: "{value}".'),
)
UNKNOWN_KEY = Rule(
    "FOR11",
    Severity.ERROR,
    msg("El dato «{key}» no existe en este lugar.{hint}"),
    msg("Se perdería sin aviso."),
    msg("Corrija el nombre o bórrelo. Datos posibles aquí: {known}."),
)
WRONG_TYPE = Rule(
    "FOR12",
    Severity.ERROR,
    msg("«{key}» debe ser {expected} y lo escrito es {found}."),
    msg("Con otro tipo de valor no se puede calcular ni mostrar."),
    msg("Cambie el valor de «{key}» por {expected}."),
)
NOT_A_WORD = Rule(
    "FOR13",
    Severity.ERROR,
    msg("«{value}» no es un valor de «{key}».{hint}"),
    msg("Las listas cerradas hacen comparables los compromisos."),
    msg("Use uno de estos: {known}."),
)
BAD_DATE = Rule(
    "FOR14",
    Severity.ERROR,
    msg("«{value}» no es una fecha {precision}."),
    msg("Los plazos se calculan al día."),
    msg('Escríbala como "año-mes-día", por ejemplo {proposal}.'),
)
MISSING_KEY = Rule(
    "FOR15",
    Severity.ERROR,
    msg("Falta el dato «{key}»."),
    msg("Sin él el documento no se puede situar en el plan."),
    msg("Añada una línea «{key}:» con su valor."),
)
OUT_OF_PLACE = Rule(
    "FOR16",
    Severity.ERROR,
    msg("No se reconoce este archivo en esta carpeta."),
    msg("Se quedaría fuera del sitio y de las revisiones sin que nadie lo note."),
    msg("Muévalo a su lugar o cámbiele el nombre. Lugares posibles: {places}."),
)
NOT_A_FILE = Rule(
    "FOR17",
    Severity.ERROR,
    msg("Es {kind}, no un archivo normal."),
    msg("Podría traer al plan contenido de otro lugar, o no estar en otra computadora."),
    msg("Ponga en su lugar una copia del archivo."),
)
RAW_HTML = Rule(
    "FOR18",
    Severity.ERROR,
    msg("El texto contiene {feature}: «{code}»."),
    msg("El sitio publica sólo texto: el código podría engañar a quien lo lee y se retiraría."),
    msg("Bórrelo o escríbalo con Markdown. Un signo «<» suelto se escribe «&lt;»."),
)
BAD_VALUE = Rule(
    "FOR19",
    Severity.ERROR,
    msg("«{value}» no es un valor posible de «{key}»."),
    msg("Las direcciones, los identificadores y los títulos tienen una forma fija para que no se rompan."),
    msg("Escriba {expected}."),
)
MISSING_FILE = Rule(
    "FOR20",
    Severity.ERROR,
    msg("Falta el archivo o la carpeta «{name}»."),
    msg("Es una parte necesaria del plan."),
    msg("Créelo o recupérelo de la historia del repositorio."),
)
UNKNOWN_HEADING = Rule(
    "FOR21",
    Severity.ERROR,
    msg("El apartado «{heading}» no existe en este tipo de documento.{hint}"),
    msg("Los apartados son fijos para que se puedan buscar y comparar."),
    msg("Use uno de estos: {known}."),
)
EMPTY_VALUE = Rule(
    "FOR22",
    Severity.ERROR,
    msg("«{key}» está vacío."),
    msg("Un hueco no dice si el dato falta, no se conoce o se olvidó."),
    msg("Escriba el valor; si no se conoce, borre la línea y anótelo en «{absences}» con su motivo."),
)
DUPLICATE_HEADING = Rule(
    "FOR23",
    Severity.ERROR,
    msg("El apartado «{heading}» aparece dos veces (antes, en la línea {first})."),
    msg("Un enlace o una fuente no sabría a cuál se refiere."),
    msg("Junte los dos apartados en uno."),
)
BAD_FILE_NAME = Rule(
    "FOR24",
    Severity.ERROR,
    msg("El nombre del archivo no se puede usar ({problem})."),
    msg("No se podría abrir en todas las computadoras ni enlazar en el sitio."),
    msg("Cámbiele el nombre: letras, números y guiones."),
)
KEY_NOT_TEXT = Rule(
    "FOR25",
    Severity.ERROR,
    msg("El nombre de un dato debe ser una sola palabra, seguida de dos puntos."),
    _NOT_PUBLISHED,
    msg("Escriba «nombre: valor» en una línea."),
)
NOT_A_RECORD = Rule(
    "FOR26",
    Severity.ERROR,
    msg("La ficha no contiene datos con la forma «nombre: valor»."),
    msg("Sin ella no se sabe qué es el documento."),
    msg("Empiece por la línea «{key}:» con el tipo de documento."),
)
