"""Every rule has a plan that breaks it, and says so in these words on that line."""

from hashlib import sha256

import pytest
from plans import (
    COMMITMENT,
    COMMITMENT_PATH,
    REPORT,
    REPORT_PATH,
    ROADMAP_PATH,
    TREE_PATH,
    VALID,
    VERIFICATION_PATH,
    MemoryTree,
    changed,
    said,
    with_file,
)

from actionplan.documents import EntryKind, FileEntry
from actionplan.loader import load

Files = dict[str, str | bytes]

FIGURE = """\
cifras:
  - id: "f1"
    nombre: "Tomas"
    afirmaciones:
      - fuentes:
          - "acta"
        certeza: "exacta"
procedencia:"""
PROOF = '    porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n'
ABSENCE = 'no_disponible:\n  - campo: "{}"\n    motivo: "No consta"\nprocedencia:'

TRANSLATION_PATH = COMMITMENT_PATH.replace(".md", ".en.md")
BODY = COMMITMENT.partition("\n---\n\n")[2]
PROSE = [line for line in BODY.split("\n") if line]
SEAL = sha256("\n".join(["titulo: Agua medida", *PROSE]).encode()).hexdigest()
TRANSLATION = f"""\
---
tipo: "traduccion"
traduce: "c01"
original_sha256: "{SEAL}"
textos:
  - campo: "titulo"
    texto: "Metered water"
---

{BODY}"""


def translated(*swaps: tuple[str, str], path: str = TRANSLATION_PATH) -> Files:
    """The valid plan with its commitment in English, some text of the translation swapped."""
    text = TRANSLATION
    for old, new in swaps:
        text = text.replace(old, new, 1)
    return with_file(path, text)


# Code: the plan, the line and column in the plan's file that changed, and the message up to its reason.
BROKEN: dict[str, tuple[Files, str, str]] = {
    "FOR01": (
        with_file(COMMITMENT_PATH, COMMITMENT.encode("latin-1")),
        "14:20",
        "El archivo no está en UTF-8 (byte 0xf3).",
    ),
    "FOR02": (
        changed(COMMITMENT_PATH, ("Falta agua", "Falta\x07 agua")),
        "39:6",
        "Hay un carácter invisible o de control (U+0007).",
    ),
    "FOR03": (
        with_file(COMMITMENT_PATH, "a" * 262_145),
        "1:1",
        "El archivo mide 262145 bytes y el límite es 262144.",
    ),
    "FOR04": (with_file(COMMITMENT_PATH, "Texto"), "1:1", "Falta la ficha de datos al inicio del archivo."),
    "FOR05": (with_file(COMMITMENT_PATH, "---\na: 1\n"), "1:1", "La ficha de datos no se cierra."),
    "FOR06": (
        changed(COMMITMENT_PATH, ('titulo: "Agua medida"', "titulo: Agua: medida")),
        "5:13",
        "La ficha de datos no se puede leer a partir de aquí (hay «:» dentro de un texto sin comillas).",
    ),
    "FOR07": (
        changed(COMMITMENT_PATH, ('"Agua medida"', "[" * 40)),
        "5:40",
        "Los datos están anidados a más de 32 niveles.",
    ),
    "FOR08": (
        changed(COMMITMENT_PATH, ('"Agua medida"', '&a "Agua"')),
        "5:9",
        "Se usa un ancla («&nombre»), que aquí no se admite.",
    ),
    "FOR09": (
        changed(COMMITMENT_PATH, ("tema:", 'titulo: "Otro"\ntema:')),
        "9:1",
        "El dato «titulo» aparece dos veces (antes, en la línea 5).",
    ),
    "FOR10": (
        changed(COMMITMENT_PATH, ('"Agua medida"', "12:30")),
        "5:9",
        "«12:30» sin comillas se lee de distinta manera según el programa.",
    ),
    "FOR11": (
        changed(COMMITMENT_PATH, ("ods:", "odss:")),
        "19:1",
        "El dato «odss» no existe en este lugar. ¿Quiso escribir «ods»?",
    ),
    "FOR12": (
        changed(COMMITMENT_PATH, ("numero: 1", 'numero: "1"')),
        "4:9",
        "«numero» debe ser un número entero y lo escrito es un texto.",
    ),
    "FOR13": (
        changed(COMMITMENT_PATH, ('"vigente"', '"vijente"')),
        "8:12",
        "«vijente» no es un valor de «situacion». ¿Quiso escribir «vigente»?",
    ),
    "FOR14": (
        changed(COMMITMENT_PATH, ('"2020-01-01"', '"1 de enero"')),
        "21:9",
        "«1 de enero» no es una fecha completa y posible.",
    ),
    "FOR15": (changed(COMMITMENT_PATH, ("numero: 1\n", "")), "2:1", "Falta el dato «numero»."),
    "FOR16": (with_file("plan/a/b/c.md", "Texto"), "1:1", "No se reconoce este archivo en esta carpeta."),
    "FOR18": (
        changed(COMMITMENT_PATH, ("Falta agua", "Falta<br>agua")),
        "39:6",
        "El texto contiene código HTML: «<br».",
    ),
    "FOR19": (
        changed(COMMITMENT_PATH, ('  - "6"', '  - "0"')),
        "20:5",
        "«0» no es un valor posible de «ods».",
    ),
    "FOR20": (
        {path: text for path, text in VALID.items() if path != ROADMAP_PATH},
        "1:1",
        "Falta el archivo o la carpeta «commitments/01-agua/hoja-de-ruta.md».",
    ),
    "FOR21": (
        with_file(COMMITMENT_PATH, COMMITMENT + "\n## Contesto\n"),
        "57:1",
        "El apartado «Contesto» no existe en este tipo de documento. ¿Quiso escribir «Contexto»?",
    ),
    "FOR22": (changed(COMMITMENT_PATH, ('titulo: "Agua medida"', "titulo:")), "5:1", "«titulo» está vacío."),
    "FOR23": (
        with_file(COMMITMENT_PATH, COMMITMENT + "\n## Objetivo\n"),
        "57:1",
        "El apartado «Objetivo» aparece dos veces (antes, en la línea 41).",
    ),
    "FOR24": (
        with_file("plan/dos\nlineas.md", "Texto"),
        "1:1",
        "El nombre del archivo no se puede usar (tiene caracteres de control o que no son UTF-8).",
    ),
    "FOR25": (
        changed(COMMITMENT_PATH, ("tema:", "[tema]:")),
        "9:1",
        "El nombre de un dato debe ser una sola palabra, seguida de dos puntos.",
    ),
    "FOR26": (
        with_file(COMMITMENT_PATH, "---\n- a\n---\n"),
        "2:1",
        "La ficha no contiene datos con la forma «nombre: valor».",
    ),
    "FOR30": (
        changed(REPORT_PATH, ("porcentaje: 40", "porcentaje: 110")),
        "9:17",
        "«110» no es un valor posible de «porcentaje», que debe ser de 0 a 100.",
    ),
    "REF01": (
        changed(TREE_PATH, ('id: "c2"', 'id: "c1"')),
        "11:9",
        "El identificador «c1» ya está en uso (plan/3-arboles/agua.md:9).",
    ),
    "REF02": (
        changed(COMMITMENT_PATH, ('"agua/c1"', '"agua/c7"')),
        "11:5",
        "«agua/c7» no existe en los árboles de problemas. ¿Quiso escribir «agua/c2»?",
    ),
    "REF03": (
        changed(COMMITMENT_PATH, ('campo: "pnd"', 'campo: "pndd"'), ("ods:", 'pnd:\n  eje: "1"\n  edicion: "a"\nods:')),
        "29:12",
        "«pndd» no señala ningún dato ni apartado de este documento. ¿Quiso escribir «pnd»?",
    ),
    "REF04": (
        changed(COMMITMENT_PATH, ("numero: 1", "numero: 2")),
        "4:9",
        "El número 2 no coincide con el de la carpeta «01-agua».",
    ),
    "REF05": (
        changed(COMMITMENT_PATH, ("Falta agua.", "Falta [agua](../../plan/3-arboles/ahua.md).")),
        "39:14",
        (
            "El enlace «../../plan/3-arboles/ahua.md» no lleva a ningún archivo del plan. "
            "¿Quiso escribir «../../plan/3-arboles/agua.md»?"
        ),
    ),
    "REF06": (
        changed(VERIFICATION_PATH, ('compromiso: "c01"', 'compromiso: "c02"')),
        "3:13",
        "El documento dice ser del compromiso «c02», pero está en la carpeta de «c01».",
    ),
    "REF07": (
        changed(REPORT_PATH, ('fecha: "2020-03-31"', 'fecha: "2020-04-01"')),
        "4:8",
        "El archivo debería llamarse «2020-04-01-gob.md», por su fecha y su organización.",
    ),
    "ELE01": (
        changed(COMMITMENT_PATH, ('inicio: "2020-01-01"\n', "")),
        "2:1",
        "Falta «Inicio» (inicio) y no se declara como no disponible.",
    ),
    "ELE02": (
        changed(COMMITMENT_PATH, ('campo: "pnd"', 'campo: "ods"'), ("ods:", 'pnd:\n  eje: "1"\n  edicion: "a"\nods:')),
        "29:12",
        "«ods» se declara no disponible, pero sí tiene valor.",
    ),
    "ELE03": (
        changed(ROADMAP_PATH, ('    unidad: "barrios"\n', ""), ("procedencia:", ABSENCE.format("i1/unidad"))),
        "38:12",
        "La hoja de ruta está firmada y declara no disponible «i1/unidad».",
    ),
    "ELE04": (
        changed(ROADMAP_PATH, ('"firmada"', '"no_obtenida"')),
        "5:20",
        "La hoja de ruta se declara «no_obtenida» y sin embargo trae acciones.",
    ),
    "FEC01": (
        changed(COMMITMENT_PATH, ('"2020-06-30"', '"2019-06-30"')),
        "22:13",
        "La conclusión (2019-06-30) es anterior al inicio (2020-01-01).",
    ),
    "FEC02": (
        changed("plan/plan.yml", ('"2020-12-31"', '"2020-03-31"')),
        "4:8",
        "La fecha 2020-04-10 es posterior al corte del plan (2020-03-31).",
    ),
    "NUM01": (
        changed(ROADMAP_PATH, ('    titulo: "Medir"', '    titulo: "Medir"\n    ponderacion: 99.5')),
        "10:18",
        "Tienen ponderación 1 de 1, y suman 99.5.",
    ),
    "NUM02": (
        changed(REPORT_PATH, ("porcentaje: 40", "porcentaje: 100")),
        "9:17",
        "«En proceso» con 100 % no es posible.",
    ),
    "NUM03": (
        changed(COMMITMENT_PATH, ("procedencia:", FIGURE)),
        "34:9",
        "La afirmación debe traer un valor o un texto, y sólo uno de los dos.",
    ),
    "PRO01": (
        changed(COMMITMENT_PATH, ('campo: "*"', 'campo: "titulo"')),
        "6:1",
        "«Título oficial en español» (titulo_oficial) no dice de qué fuente sale.",
    ),
    "EVI01": (
        changed(REPORT_PATH, ("    porcentaje: 40\n", PROOF)),
        "11:9",
        "La evidencia no trae ni dirección ni archivo.",
    ),
    "EVI02": (
        changed(REPORT_PATH, ("    porcentaje: 40\n", PROOF + '        archivo: "acta.pdf"\n')),
        "12:18",
        "El archivo «acta.pdf» no está en «commitments/01-agua/evidencias/».",
    ),
    "SEG01": (
        changed(COMMITMENT_PATH, ('corresponsables:\n  - "osc"', 'corresponsables:\n  - "gob"')),
        "5:15",
        "«osc» no era organización corresponsable del compromiso el 2020-04-10.",
    ),
    "SEG02": (
        changed(COMMITMENT_PATH, ('institucion: "gob"', 'institucion: "osc"')),
        "5:10",
        "«gob» no era institución responsable del compromiso el 2020-03-31.",
    ),
    "IDI01": (
        translated(path="plan/nada.en.md"),
        "3:10",
        "No existe el documento que esta traducción dice traducir (plan/nada.md).",
    ),
    "IDI02": (
        translated((SEAL, "0" * 64)),
        "4:18",
        "La traducción es anterior a la última redacción del original.",
    ),
    "IDI03": (
        translated(
            ('campo: "titulo"', 'campo: "numero"'), (SEAL, sha256("\n".join(["numero: ", *PROSE]).encode()).hexdigest())
        ),
        "6:12",
        "«numero» no señala ningún texto del original.",
    ),
    "IDI04": (
        translated(("## Objetivo\n", "### Objetivo\n")),
        "9:1",
        "La traducción tiene 5 apartados y el original 5, o no son del mismo nivel.",
    ),
    "IDI05": (
        translated(('"c01"', '"c02"')),
        "3:10",
        "La traducción dice ser de «c02», pero está junto a «c01».",
    ),
    "IDI06": (
        translated(path=TRANSLATION_PATH.replace(".en.", ".fr.")),
        "1:1",
        "El idioma «fr» del nombre del archivo no es un idioma del sitio (en).",
    ),
    "SEG03": (
        changed(VERIFICATION_PATH, ('    motivo: "Faltan medidores."\n', "")),
        "8:5",
        "La impugnación de «a1.1» no trae motivo.",
    ),
}

# Where the finding stands in another file than the one that changed.
ELSEWHERE = {
    "FOR20": ROADMAP_PATH,
    "FOR24": "plan/dos\nlineas.md",
    "FEC02": VERIFICATION_PATH,
    "SEG01": VERIFICATION_PATH,
    "SEG02": REPORT_PATH,
}
MANY = {"PRO01": 16}
LINKED = "FOR17"


@pytest.mark.parametrize("code", BROKEN)
def test_a_plan_that_breaks_one_rule_has_that_finding_and_no_other(code: str) -> None:
    files, place, words = BROKEN[code]
    [path] = [ELSEWHERE[code]] if code in ELSEWHERE else [path for path in files if files[path] != VALID.get(path)]
    findings = load(MemoryTree(files)).findings
    assert said(findings[0]) == f"{path}:{place} {code}"
    assert findings[0].message().startswith(f"{words} {findings[0].why}")
    assert not set("{}") & set(findings[0].message() + findings[0].fix())
    assert len(findings) == MANY.get(code, 1)
    assert {finding.code for finding in findings} == {code}


def test_what_is_not_a_file_breaks_its_rule() -> None:
    class Linked(MemoryTree):
        def entries(self) -> tuple[FileEntry, ...]:
            return (*super().entries(), FileEntry("plan/otro.md", EntryKind.LINK, 0))

    [finding] = load(Linked(VALID)).findings
    assert said(finding) == f"plan/otro.md:1:1 {LINKED}"


def test_the_valid_plan_breaks_none() -> None:
    assert load(MemoryTree(VALID)).findings == ()


def test_a_report_that_nobody_verified_breaks_none() -> None:
    files = {path: text for path, text in VALID.items() if path != VERIFICATION_PATH}
    assert load(MemoryTree({**files, REPORT_PATH: REPORT + "\nTexto.\n"})).findings == ()
