"""Rules on evidence, and on what must never be published with it."""

from actionplan.findings.finding import Severity
from actionplan.findings.rule import Example, Rule
from actionplan.language.messages import msg

_REPORT = "commitments/01-agua/avances/2020-03-31-gob.md"
_COMMITMENT = "commitments/01-agua/compromiso.md"

_PROVES_NOTHING = msg("Una evidencia que nadie puede abrir no prueba nada.")
_STAYS = msg("Lo que se publica aquí queda a la vista de todo el mundo y en la historia del repositorio.")

NOTHING_SHOWN = Rule(
    "EVI01",
    Severity.ERROR,
    msg("La evidencia no trae ni dirección ni archivo."),
    _PROVES_NOTHING,
    msg("Añada «url» con la dirección, o «archivo» con el nombre dentro de «evidencias/»."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"',
        good="porcentaje: 40",
        path=_REPORT,
    ),
)
FILE_MISSING = Rule(
    "EVI02",
    Severity.ERROR,
    msg("El archivo «{file}» no está en «{folder}».{hint}"),
    _PROVES_NOTHING,
    msg("Suba el archivo a esa carpeta o corrija el nombre, con sus mayúsculas y sin «..»."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        archivo: "acta.pdf"',
        good="porcentaje: 40",
        path=_REPORT,
    ),
)
OTHER_CONTENT = Rule(
    "EVI03",
    Severity.ERROR,
    msg("La huella SHA-256 no es la de «{file}», que tiene {actual}."),
    msg("La huella prueba que el archivo no ha cambiado desde que se reportó."),
    msg("Recupere el archivo original. Si es la huella la que está mal, cópiela de este mensaje."),
    Example(
        bad='archivo: "acta.pdf"\nsha256: "0000000000000000000000000000000000000000000000000000000000000000"',
        good='archivo: "acta.pdf"\nsha256: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"',
    ),
)
TOO_BIG = Rule(
    "EVI04",
    Severity.ERROR,
    msg("El archivo mide {size} bytes y el límite del plan es {limit}."),
    msg("El repositorio guarda para siempre todo lo que se sube, y cada copia lo descarga entero."),
    msg("Redúzcalo o divídalo, o deje en «url» la dirección de donde esté publicado."),
    Example(bad="acta.pdf (80 MB)", good="acta.pdf (8 MB)"),
)
EMPTY = Rule(
    "EVI10",
    Severity.ERROR,
    msg("El archivo de evidencia está vacío."),
    msg("Un archivo sin nada dentro no prueba nada."),
    msg("Suba el archivo completo: lo que contenía se perdió al copiarlo o al descargarlo."),
    Example(bad="acta.pdf (0 bytes)", good="acta.pdf (8 MB)"),
)
TYPE_REFUSED = Rule(
    "EVI05",
    Severity.ERROR,
    msg("El archivo no es de un tipo que el sitio publique."),
    msg("Sólo se admiten tipos que cualquiera puede abrir y que no ejecutan nada al abrirse."),
    msg("Conviértalo, por ejemplo a PDF. Tipos posibles: {known}."),
    Example(bad="evidencias/acta.pdf.exe", good="evidencias/acta.pdf"),
)
UNNAMED = Rule(
    "EVI06",
    Severity.NOTICE,
    msg("Ningún avance nombra este archivo y ninguna página enlaza a él."),
    msg("Nadie llegará a él, ni sabrá qué prueba."),
    msg("Nómbrelo en «archivo», en la evidencia de un avance, o bórrelo."),
    Example(bad="evidencias/otra.pdf", good='archivo: "otra.pdf"'),
)
NOT_IN_CUSTODY = Rule(
    "EVI09",
    Severity.WARNING,
    msg("La evidencia de «{means}» no está en custodia: falta {fields}."),
    msg("Lo que puede cambiar o desaparecer no prueba: la actividad contará 99 % aunque se dé por completada."),
    msg("Añada lo que falta. «plan evidence add» guarda un archivo y llena su entrada."),
    Example(
        bad='porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        url: "https://example.org/acta"\n'
        '        medio: "v1"',
        good="porcentaje: 40",
        path=_REPORT,
    ),
)
PERSONAL_ID = Rule(
    "EVI07",
    Severity.ERROR,
    msg("Parece haber {kind} («{sample}»)."),
    _STAYS,
    msg("Bórrelo; para hablar de una persona basta su cargo y su institución."),
    Example(
        bad="Las mujeres acarrean el agua. GOMA800101MDFXYZ09", good="Las mujeres acarrean el agua.", path=_COMMITMENT
    ),
)
CONTACT = Rule(
    "EVI08",
    Severity.WARNING,
    msg("Parece haber {kind} («{sample}»)."),
    _STAYS,
    msg(
        "Bórrelo, o ponga el de la institución. Sus dominios se declaran en «plan/plan.yml», en los ajustes; "
        "un teléfono de oficina se anota en «excepciones» con su motivo."
    ),
    Example(bad="Con medidores. Escriba a ana@example.com.", good="Con medidores.", path=_COMMITMENT),
)
