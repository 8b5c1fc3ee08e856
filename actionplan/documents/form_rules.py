"""Rules on files as such: where they are, how they are encoded, and what they begin with."""

from __future__ import annotations

from actionplan.findings import Example, Rule, Severity, sample
from actionplan.language.messages import msg

NOT_UTF8 = Rule(
    "FOR01",
    Severity.ERROR,
    msg("El archivo no está en UTF-8 (byte {byte})."),
    msg("Los acentos y las eñes se verían rotos."),
    msg("Guárdelo de nuevo eligiendo la codificación «UTF-8»."),
    Example(bad="compromiso.md en «Windows-1252»", good="compromiso.md en «UTF-8»"),
)
CONTROL_CHARACTER = Rule(
    "FOR02",
    Severity.ERROR,
    msg("Hay un carácter invisible o de control ({character})."),
    msg("No se ve, pero puede ocultar texto o cambiar el orden en que se lee."),
    msg("Bórrelo y escriba de nuevo ese tramo a mano, sin copiar y pegar."),
    Example(bad="Falta\x07 agua.", good="Falta agua.", path=sample.COMMITMENT),
)
TOO_BIG = Rule(
    "FOR03",
    Severity.ERROR,
    msg("El archivo mide {size} bytes y el límite es {limit}."),
    msg("Nadie podría revisarlo línea por línea."),
    msg("Divida el contenido o mueva los documentos largos a «evidencias/»."),
    Example(
        bad="un informe de 300 páginas dentro de compromiso.md",
        good="el informe en «evidencias/» y su resumen en compromiso.md",
    ),
)
NO_FRONT_MATTER = Rule(
    "FOR04",
    Severity.ERROR,
    msg("Falta la ficha de datos al inicio del archivo."),
    msg("Sin ella no se sabe qué es el documento."),
    msg("Escriba «---» en la primera línea, luego los datos, y cierre con otra línea «---»."),
    Example(
        bad='tipo: "compromiso"\nid: "c01"\nnumero: 1',
        good='---\ntipo: "compromiso"\nid: "c01"\nnumero: 1',
        path=sample.COMMITMENT,
    ),
)
FRONT_MATTER_OPEN = Rule(
    "FOR05",
    Severity.ERROR,
    msg("La ficha de datos no se cierra."),
    msg("Todo el texto se leería como datos."),
    msg("Añada una línea que sólo contenga «---» después del último dato."),
    Example(bad="\n## Problema público", good="---\n\n## Problema público", path=sample.COMMITMENT),
)
OUT_OF_PLACE = Rule(
    "FOR16",
    Severity.ERROR,
    msg("No se reconoce este archivo en esta carpeta."),
    msg("Se quedaría fuera del sitio y de las revisiones sin que nadie lo note."),
    msg("Muévalo a su lugar o cámbiele el nombre. Lugares posibles: {places}."),
    Example(bad="plan/a/b/c.md", good="plan/6-seguimiento/c.md"),
)
NOT_A_FILE = Rule(
    "FOR17",
    Severity.ERROR,
    msg("Es {kind}, no un archivo normal."),
    msg("Podría traer al plan contenido de otro lugar, o no estar en otra computadora."),
    msg("Ponga en su lugar una copia del archivo."),
    Example(bad="plan/otro.md → ../otra-carpeta/otro.md", good="plan/6-seguimiento/otro.md"),
)
MISSING_FILE = Rule(
    "FOR20",
    Severity.ERROR,
    msg("Falta el archivo o la carpeta «{name}»."),
    msg("Es una parte necesaria del plan."),
    msg("Créelo o recupérelo de la historia del repositorio."),
    Example(bad="el plan sin «plan/fuentes.yml»", good="el plan con «plan/fuentes.yml»"),
)
BAD_FILE_NAME = Rule(
    "FOR24",
    Severity.ERROR,
    msg("El nombre del archivo no se puede usar ({problem})."),
    msg("No se podría abrir en todas las computadoras ni enlazar en el sitio."),
    msg("Cámbiele el nombre: letras, números y guiones."),
    Example(bad="evidencias/acta|final?.pdf", good="evidencias/acta-final.pdf"),
)
COMMENT = Rule(
    "FOR28",
    Severity.NOTICE,
    msg("La ficha de datos tiene comentarios («#»), el primero aquí."),
    msg("Los editores con formulario los borran al guardar y nadie más los lee."),
    msg("Pase lo que importe al texto del documento, o borre el comentario."),
    Example(bad='situacion: "vigente"  # revisar', good='situacion: "vigente"', path=sample.COMMITMENT),
)
CONFLICT = Rule(
    "FOR29",
    Severity.ERROR,
    msg("Aquí quedó la marca de un conflicto: las dos versiones de un mismo texto, sin elegir entre ellas."),
    msg("El plan diría dos cosas a la vez, y no se sabría cuál vale."),
    msg("Deje una sola versión y borre las líneas que empiezan con «<<<<<<<», «=======» y «>>>>>>>»."),
    Example(
        bad="<<<<<<< HEAD\nMedir el agua.\n=======\nMedir la lluvia.\n>>>>>>> main",
        good="Medir el agua.",
        path=sample.COMMITMENT,
    ),
)

RULES = (
    NOT_UTF8,
    CONTROL_CHARACTER,
    TOO_BIG,
    NO_FRONT_MATTER,
    FRONT_MATTER_OPEN,
    OUT_OF_PLACE,
    NOT_A_FILE,
    MISSING_FILE,
    BAD_FILE_NAME,
    COMMENT,
    CONFLICT,
)
