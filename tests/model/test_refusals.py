"""What a model refuses: the rule, the line and the author's own words; one mistake is one finding."""

import re

import pytest
from plans import (
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP_PATH,
    TREE_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    findings_of,
    loaded,
)

PLAN, ACTORS, SOURCES = "plan/plan.yml", "plan/actores.yml", "plan/fuentes.yml"
PRESS = """\
observaciones:
  - fecha: "2021"
    texto: "Se dijo."
    fuentes:
      - "acta"
    certeza: "prensa"
procedencia:"""

WRONG = [
    # Unknown keys.
    (
        COMMITMENT_PATH,
        "inicio:",
        "inisio:",
        "21:1 FOR11",
        "El dato «inisio» no existe en este lugar. ¿Quiso escribir «inicio»?",
    ),
    (
        COMMITMENT_PATH,
        "titulo:",
        "Titulo:",
        "5:1 FOR11",
        "El dato «Titulo» no existe en este lugar. ¿Quiso escribir «titulo»?",
    ),
    (COMMITMENT_PATH, "tema:", 'title: "x"\ntema:', "9:1 FOR11", "El dato «title» no existe en este lugar."),
    (
        COMMITMENT_PATH,
        "    cargo:",
        '    template: "x"\n    cargo:',
        "14:5 FOR11",
        "El dato «template» no existe en este lugar.",
    ),
    (
        ROADMAP_PATH,
        "emite:",
        "emitte:",
        "23:13 FOR11",
        "El dato «emitte» no existe en este lugar. ¿Quiso escribir «emite»?",
    ),
    # Missing keys.
    (COMMITMENT_PATH, 'titulo: "Agua medida"\n', "", "2:1 FOR15", "Falta el dato «titulo»."),
    (COMMITMENT_PATH, 'tipo: "compromiso"\n', "", "2:1 FOR15", "Falta el dato «tipo»."),
    (ROADMAP_PATH, '        titulo: "Instalar medidores"\n', "", "11:9 FOR15", "Falta el dato «titulo»."),
    # Wrong types.
    (
        COMMITMENT_PATH,
        "numero: 1",
        'numero: "1"',
        "4:9 FOR12",
        "«numero» debe ser un número entero y lo escrito es un texto.",
    ),
    (
        COMMITMENT_PATH,
        "numero: 1",
        "numero: 1.0",
        "4:9 FOR12",
        "«numero» debe ser un número entero y lo escrito es un número con decimales, sin comillas.",
    ),
    (
        COMMITMENT_PATH,
        "numero: 1",
        "numero: true",
        "4:9 FOR12",
        "«numero» debe ser un número entero y lo escrito es true o false.",
    ),
    (
        COMMITMENT_PATH,
        '"Agua medida"',
        "2020",
        "5:9 FOR12",
        "«titulo» debe ser un texto y lo escrito es un número sin comillas.",
    ),
    (COMMITMENT_PATH, '"Agua medida"', "true", "5:9 FOR12", "«titulo» debe ser un texto y lo escrito es true o false."),
    (COMMITMENT_PATH, '"Agua medida"', "[Agua]", "5:9 FOR12", "«titulo» debe ser un texto y lo escrito es una lista."),
    (
        COMMITMENT_PATH,
        '"2020-01-01"',
        "2020",
        "21:9 FOR12",
        "«inicio» debe ser una fecha entre comillas y lo escrito es un número sin comillas.",
    ),
    (
        COMMITMENT_PATH,
        'valores:\n  - "transparencia"',
        'valores: "transparencia"',
        "17:10 FOR12",
        "«valores» debe ser una lista (una línea con «- » por valor) y lo escrito es un texto.",
    ),
    (
        COMMITMENT_PATH,
        '  - "osc"',
        "  - 7",
        "16:5 FOR12",
        "«corresponsables» debe ser un texto y lo escrito es un número sin comillas.",
    ),
    (
        COMMITMENT_PATH,
        'fuentes:\n      - "acta"',
        "fuentes: []",
        "32:14 FOR12",
        "«fuentes» debe ser una lista con al menos un valor y lo escrito es una lista vacía.",
    ),
    (ROADMAP_PATH, "valor: 5", 'valor: "cinco"', "35:16 FOR12", "«valor» debe ser un número y lo escrito es un texto."),
    (
        ROADMAP_PATH,
        "valor: 5",
        "valor: true",
        "35:16 FOR12",
        "«valor» debe ser un número y lo escrito es true o false.",
    ),
    (
        PLAN,
        'foro:\n  nombre: "Comité"\n  integrantes:\n    - actor: "gob"',
        'foro: "Comité"',
        "14:7 FOR12",
        "«foro» debe ser un grupo de datos «nombre: valor» y lo escrito es un texto.",
    ),
    # Words of closed lists.
    (
        COMMITMENT_PATH,
        '"cocreado"',
        '"cocreada"',
        "7:9 FOR13",
        "«cocreada» no es un valor de «origen». ¿Quiso escribir «cocreado»?",
    ),
    (
        COMMITMENT_PATH,
        '"transparencia"',
        '"Transparencia"',
        "18:5 FOR13",
        "«Transparencia» no es un valor de «valores». ¿Quiso escribir «transparencia»?",
    ),
    (COMMITMENT_PATH, '"cocreado"', '"co_created"', "7:9 FOR13", "«co_created» no es un valor de «origen»."),
    (COMMITMENT_PATH, '"cocreado"', "true", "7:9 FOR12", "«origen» debe ser un texto y lo escrito es true o false."),
    (
        COMMITMENT_PATH,
        'tipo: "compromiso"',
        'tipo: "compromisos"',
        "2:7 FOR13",
        "«compromisos» no es un valor de «tipo». ¿Quiso escribir «compromiso»?",
    ),
    (
        COMMITMENT_PATH,
        'tipo: "compromiso"',
        'tipo: "hoja-de-ruta"',
        "2:7 FOR13",
        "«hoja-de-ruta» no es un valor de «tipo».",
    ),
    # Dates.
    (COMMITMENT_PATH, '"2020-01-01"', '"2020-02-30"', "21:9 FOR14", "«2020-02-30» no es una fecha completa y posible."),
    (COMMITMENT_PATH, '"2020-01-01"', "2020-1-1", "21:9 FOR14", "«2020-1-1» no es una fecha completa y posible."),
    (COMMITMENT_PATH, '"2020-01-01"', '"2020-01"', "21:9 FOR14", "«2020-01» no es una fecha completa y posible."),
    (COMMITMENT_PATH, '"2020-01-01"', '"1767225600"', "21:9 FOR14", "«1767225600» no es una fecha completa y posible."),
    (
        COMMITMENT_PATH,
        '"2020-01-01"',
        '"2020-01-01T00:00:00"',
        "21:9 FOR14",
        "«2020-01-01T00:00:00» no es una fecha completa y posible.",
    ),
    (
        COMMITMENT_PATH,
        '"2020-01-01"',
        '"２０２０-01-01"',
        "21:9 FOR14",
        "«２０２０-01-01» no es una fecha completa y posible.",
    ),
    # Values of a fixed form.
    (COMMITMENT_PATH, 'id: "c01"', 'id: "C 01"', "3:5 FOR19", "«C 01» no es un valor posible de «id»."),
    (
        COMMITMENT_PATH,
        '"Agua medida"',
        '"Agua <b>medida</b>"',
        "5:9 FOR19",
        "«Agua <b>medida</b>» no es un valor posible de «titulo».",
    ),
    (COMMITMENT_PATH, '  - "6"', '  - "18"', "20:5 FOR19", "«18» no es un valor posible de «ods»."),
    # Numbers beyond their limits.
    (
        COMMITMENT_PATH,
        "numero: 1",
        "numero: 0",
        "4:9 FOR30",
        "«0» no es un valor posible de «numero», que debe ser 1 o mayor.",
    ),
    (
        REPORT_PATH,
        "porcentaje: 40",
        "porcentaje: 101",
        "9:17 FOR30",
        "«101» no es un valor posible de «porcentaje», que debe ser de 0 a 100.",
    ),
    (
        ROADMAP_PATH,
        'titulo: "Instalar medidores"',
        'titulo: "Instalar medidores"\n        ponderacion: 0',
        "13:22 FOR30",
        "«0» no es un valor posible de «ponderacion», que debe ser mayor que 0.",
    ),
    (
        "plan/plan.yml",
        "periodo:",
        "ajustes:\n  umbrales:\n    sustancial: 101\nperiodo:",
        "13:17 FOR30",
        "«101» no es un valor posible de «sustancial», que debe ser mayor que 0 y a lo más 100.",
    ),
]


@pytest.mark.parametrize(("path", "old", "new", "finding", "words"), WRONG)
def test_a_refusal_is_one_finding_with_the_authors_words(
    path: str, old: str, new: str, finding: str, words: str
) -> None:
    files = changed(path, (old, new))
    assert findings_of(files) == [f"{path}:{finding}"]
    assert loaded(files).findings[0].message().startswith(words)


@pytest.mark.parametrize(
    ("value", "finding", "words"),
    [
        ("2021", "24:12 FOR12", "«fecha» debe ser una fecha entre comillas y lo escrito es un número sin comillas."),
        ("[2019, 13]", "24:12 FOR12", "«fecha» debe ser una fecha entre comillas y lo escrito es una lista."),
        ("{a: 1}", "24:12 FOR12", "«fecha» debe ser una fecha entre comillas y lo escrito es un grupo de datos."),
        ('"2021-13"', "24:12 FOR14", "«2021-13» no es una fecha posible (año, año-mes o año-mes-día)."),
        ('"2021-02-29"', "24:12 FOR14", "«2021-02-29» no es una fecha posible (año, año-mes o año-mes-día)."),
        ('"21"', "24:12 FOR14", "«21» no es una fecha posible (año, año-mes o año-mes-día)."),
    ],
)
def test_an_event_of_the_past_needs_a_possible_date(value: str, finding: str, words: str) -> None:
    text = PRESS.replace('"2021"', value)
    files = changed(COMMITMENT_PATH, ("no_disponible:", text.removesuffix("procedencia:") + "no_disponible:"))
    assert findings_of(files) == [f"{COMMITMENT_PATH}:{finding}"]
    assert loaded(files).findings[0].message().startswith(words)


@pytest.mark.parametrize("value", ['"2021"', '"2021-04"', '"2021-04-30"', "2021-04", "2021-04-30"])
def test_an_event_of_the_past_may_know_only_its_year_or_month(value: str) -> None:
    assert findings_of(changed(COMMITMENT_PATH, ("procedencia:", PRESS.replace('"2021"', value)))) == []


@pytest.mark.parametrize(
    ("value", "proposal"),
    [
        ("31/06/2020", '"2020-06-30"'),
        ("5.3.2021", '"2021-03-05"'),
        ("2020-6-1", '"2020-06-01"'),
        ("2021/02/29", '"2021-02-28"'),
        ("2020/02/29", '"2020-02-29"'),
        ("mañana", '"2020-06-30"'),
        ("1/13/2020", '"2020-06-30"'),
        ("31/12/20", '"2020-06-30"'),
        ("32/12/2020", '"2020-06-30"'),
        ("0/12/2020", '"2020-06-30"'),
        ("31/4/1900", '"1900-04-30"'),
        ("29/2/1900", '"1900-02-28"'),
        ("29/2/2000", '"2000-02-29"'),
        ("31/12/0000", '"0000-12-31"'),
        ("31/12/2020", '"2020-12-31"'),
        ("1/1/2020", '"2020-01-01"'),
        ("٣/٣/2020", '"2020-06-30"'),
    ],
)
def test_a_date_of_another_form_is_proposed_in_the_right_one(value: str, proposal: str) -> None:
    [finding] = loaded(changed(COMMITMENT_PATH, ('"2020-01-01"', f'"{value}"'))).findings
    assert finding.fix() == f'Escríbala como "año-mes-día", por ejemplo {proposal}.'


def test_a_closed_list_and_the_known_keys_are_told() -> None:
    [word] = loaded(changed(COMMITMENT_PATH, ('"vigente"', '"abierto"'))).findings
    assert word.fix() == "Use uno de estos: vigente, concluido, retirado, fusionado."
    [number] = loaded(changed(COMMITMENT_PATH, ("numero: 1", "numero: 0"))).findings
    assert number.fix() == "Escriba en «numero» un número que sea 1 o mayor."
    [title] = loaded(changed(COMMITMENT_PATH, ('"Agua medida"', '"<b>"'))).findings
    assert title.fix().startswith("Escriba un valor con la forma que se pide: sin espacios al inicio,")
    [key] = loaded(changed(ROADMAP_PATH, ("emite:", "x:"))).findings
    assert key.fix() == "Corrija el nombre o bórrelo. Datos posibles aquí: id, descripcion, emite."


LOST = [
    # What is refused does not count as missing, nor does what hangs from it.
    (ACTORS, 'sector: "gobierno"', "sector: no", "6:13 FOR10"),
    (ACTORS, 'sector: "gobierno"', 'sector: "govierno"', "6:13 FOR13"),
    (ACTORS, 'sector: "gobierno"', "sector:", "6:5 FOR22"),
    (ACTORS, 'id: "gob"', 'id: "GOB!"', "3:9 FOR19"),
    (SOURCES, 'id: "acta"', "id: 010", "3:9 FOR10"),
    (TREE_PATH, 'id: "c1"', 'id: "C 1"', "9:9 FOR19"),
    (TREE_PATH, 'texto: "Fugas en la red."', "texto: 5", "10:12 FOR12"),
    (COMMITMENT_PATH, 'inicio: "2020-01-01"', "inicio:", "21:1 FOR22"),
    (COMMITMENT_PATH, 'titulo_oficial: "Agua medida"', "titulo_oficial: 1e3", "6:17 FOR10"),
    (COMMITMENT_PATH, 'corresponsables:\n  - "osc"', 'corresponsables: "osc"', "15:18 FOR12"),
    (COMMITMENT_PATH, '  - institucion: "gob"', '  - institusion: "gob"', "13:5 FOR11"),
    (COMMITMENT_PATH, 'certeza: "exacta"', 'certeza: "exakta"', "34:14 FOR13"),
    (COMMITMENT_PATH, '  - campo: "pnd"\n    motivo: "No consta"', '  - campo: "pnd"\n    motivo:', "27:5 FOR22"),
    (ROADMAP_PATH, 'titulo: "Medir"', "titulo: 5", "9:13 FOR12"),
    (ROADMAP_PATH, "acciones:", "aciones:", "7:1 FOR11"),
    (ROADMAP_PATH, 'id: "a1.1"', "id: a1 1", "11:13 FOR19"),
    (REPORT_PATH, "porcentaje: 40", "porcentaje: 010", "9:17 FOR10"),
]


CAUSES = VALID[TREE_PATH].partition("causas:")[2].partition("efectos:")[0]
FIGURE = """\
cifras:
  - id: "f1"
    nombre: "Tomas"
    afirmaciones:
      - fuentes:
          - "acta"
        certeza: "exacta"
"""
PROOF = '    porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n'
LOST += [
    (TREE_PATH, f"causas:{CAUSES}", 'causas: "muchas"\n', "8:9 FOR12"),
    (COMMITMENT_PATH, "procedencia:", f'{FIGURE}        valor: "3"\nprocedencia:', "37:16 FOR12"),
    (COMMITMENT_PATH, "procedencia:", f"{FIGURE}        texto: 3\nprocedencia:", "37:16 FOR12"),
    (COMMITMENT_PATH, 'responsables:\n  - institucion: "gob"', "responsables:\n  - institucion:", "13:5 FOR22"),
    (ROADMAP_PATH, 'titulo: "Medir"', 'titulo: "Medir"\n    ponderacion: "100"', "10:18 FOR12"),
    (REPORT_PATH, "    porcentaje: 40\n", f'{PROOF}        url: "ftp://example.org"\n', "12:14 FOR19"),
    (REPORT_PATH, "    porcentaje: 40\n", f'{PROOF}        archivo: "../acta.pdf"\n', "12:18 FOR19"),
    (VERIFICATION_PATH, 'motivo: "Faltan medidores."', "motivo:", "10:5 FOR22"),
]


@pytest.mark.parametrize(("path", "old", "new", "finding"), LOST)
def test_one_mistake_gives_one_finding_in_the_whole_plan(path: str, old: str, new: str, finding: str) -> None:
    assert findings_of(changed(path, (old, new))) == [f"{path}:{finding}"]


def test_the_rest_of_a_document_with_a_mistake_still_gets_its_checks() -> None:
    files = changed(
        COMMITMENT_PATH,
        ('inicio: "2020-01-01"', "inicio: 5"),
        ('- "osc"', '- "otra"'),
        ("## Objetivo\n", "## Objetivos\n"),
    )
    assert [said.removeprefix(f"{COMMITMENT_PATH}:") for said in findings_of(files) if COMMITMENT_PATH in said] == [
        "2:1 ELE01",  # the heading «Objetivo»
        "16:5 REF02",
        "21:9 FOR12",
        "41:1 FOR21",
    ]


def test_the_other_items_of_a_list_with_a_mistake_still_get_their_checks() -> None:
    wrong = '\n      - id: "a1.2"\n        titulo: 5'
    other = '\n      - id: "a1.3"\n        titulo: "Otra"\n        responsable: "nadie"'
    files = changed(ROADMAP_PATH, ('            emite: "gob"', '            emite: "gob"' + wrong + other))
    assert [said.removeprefix(f"{ROADMAP_PATH}:") for said in findings_of(files)] == [
        "25:17 FOR12",
        *["26:9 ELE01"] * 4,
        "28:22 REF02",
    ]


def test_two_mistakes_in_one_list_are_two_findings() -> None:
    files = changed(COMMITMENT_PATH, ('  - "osc"', "  - no\n  - 7\n  - osc"))
    assert findings_of(files) == [f"{COMMITMENT_PATH}:16:5 FOR10", f"{COMMITMENT_PATH}:17:5 FOR12"]


def test_all_refusals_of_a_document_come_at_once_even_where_it_cannot_be_typed() -> None:
    files = changed(COMMITMENT_PATH, ('id: "c01"', 'id: "C"'), ("numero: 1", "numero: 0"), ('"2020-01-01"', '"ayer"'))
    assert findings_of(files) == [f"{COMMITMENT_PATH}:{place}" for place in ("3:5 FOR19", "4:9 FOR30", "21:9 FOR14")]

    files = changed(
        COMMITMENT_PATH, ("numero: 1", 'numero: "1"'), ('titulo: "Agua', 'titular: "Agua'), ("ods:", "x: 1\nods:")
    )
    assert findings_of(files) == [f"{COMMITMENT_PATH}:{place}" for place in ("4:9 FOR12", "5:1 FOR11", "19:1 FOR11")]


@pytest.mark.parametrize("path", VALID)
def test_references_to_a_document_that_cannot_be_read_are_not_missing(path: str) -> None:
    [finding] = loaded({**VALID, path: "---\na: [\n---\n"}).findings
    assert (finding.path, finding.code) == (path, "FOR06")


@pytest.mark.parametrize("path", VALID)
def test_references_to_a_document_that_cannot_be_typed_are_not_missing(path: str) -> None:
    text = re.sub('tipo: "[^"]+"', "tipo: 5", VALID[path], count=1)
    [finding] = loaded({**VALID, path: text}).findings
    assert (finding.path, finding.code) == (path, "FOR13")
    [finding] = loaded({**VALID, path: text.replace("tipo: 5", "tipo:", 1)}).findings
    assert (finding.path, finding.code) == (path, "FOR22")
