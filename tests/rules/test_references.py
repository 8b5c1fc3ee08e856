"""Every reference leads to something that is there, and the message says where it looked."""

import pytest
from plans import (
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP_PATH,
    VALID,
    VERIFICATION_PATH,
    changed,
    findings_of,
    loaded,
    with_file,
)

PLAN, ACTORS, SOURCES = "plan/plan.yml", "plan/actores.yml", "plan/fuentes.yml"
TABLE_PATH, SESSION_PATH = "plan/4-mesas/mesa-01.md", "plan/sesiones/2020-02-20.md"

PROVENANCE = """\
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""

TABLE = f"""\
---
tipo: "mesa"
id: "mesa-01"
numero: 1
tema: "agua"
inicio: "2019-06-01"
conclusion: "2019-06-02"
sede: "Casa del agua"
materiales:
  entrega: "2019-05-20"
asistencia:
  - sector: "academia"
    personas: 7
alternativas:
  - id: "a1"
    titulo: "Medir"
    causas:
      - "agua/c2"
    destino: "adoptada"
    motivo: "Cabe en el plazo."
    compromiso: "c01"
excepciones:
  - regla: "DEL05"
    motivo: "Sólo llegó la academia"
{PROVENANCE}"""

SESSION = f"""\
---
tipo: "sesion"
id: "sesion-2020-02-20"
fecha: "2020-02-20"
modalidad: "ordinaria"
minuta: "https://example.org/minuta.pdf"
acuerdos:
  - id: "ac1"
    texto: "Se mueve la fecha."
excepciones:
  - regla: "DEL04"
    motivo: "No hubo otra"
{PROVENANCE}"""

RESCHEDULED = """\
reprogramaciones:
  - fecha: "2020-02-20"
    actividad: "a1.1"
    campo: "conclusion"
    antes: "2020-02-28"
    despues: "2020-03-31"
    motivo: "Faltaban medidores"
    acordada_en: "sesion-2020-02-20"
procedencia:"""

RELIEVED = """\
relevos:
  - fecha: "2020-02-20"
    papel: "responsable"
    deja: "osc"
    entra: "gob"
    motivo: "Reforma"
    acordada_en: "sesion-2020-02-20"
"""

LATER = """\
      - id: "a1.2"
        titulo: "Leer medidores"
        responsable: "gob"
        inicio: "2020-04-01"
        conclusion: "2020-06-30"
        depende_de:
          - actividad: "a1.1"
            tipo: "FC"
        productos:
          - id: "p2"
            nombre: "Lecturas"
            tipo: "otro"
        medios_de_verificacion:
          - id: "v2"
            descripcion: "Bitácora"
            emite: "gob"
"""

PROOF = """\
    evidencias:
      - titulo: "Acta"
        url: "https://example.org/a"
        medio: "v1"
        vista_el: "2020-03-30"
        copia: "https://example.org/copia"
"""

CORRECTED_PATH = REPORT_PATH.replace("2020-03-31", "2020-03-15")

FULL: dict[str, str] = {
    **VALID,
    TABLE_PATH: TABLE,
    SESSION_PATH: SESSION,
    PLAN: VALID[PLAN]
    .replace("foro:", 'apoyo_internacional:\n  - "osc"\nforo:')
    .replace('    - actor: "gob"', '    - actor: "gob"\n      organizaciones:\n        - "osc"'),
    COMMITMENT_PATH: VALID[COMMITMENT_PATH]
    .replace('  - campo: "alternativas"\n    motivo: "No consta"\n', "")
    .replace("valores:", f"{RELIEVED}valores:")
    .replace("responsables:", 'alternativas:\n  - "mesa-01/a1"\napoyos:\n  - "osc"\nresponsables:', 1),
    ROADMAP_PATH: VALID[ROADMAP_PATH]
    .replace("indicadores:", f"{LATER}indicadores:")
    .replace("procedencia:", RESCHEDULED),
    REPORT_PATH: VALID[REPORT_PATH]
    .replace('reporta: "gob"', 'reporta: "gob"\ncorrige: "2020-03-15-gob"\nmotivo: "Errata"')
    .replace("    porcentaje: 40\n", f"    porcentaje: 40\n{PROOF}"),
    CORRECTED_PATH: VALID[REPORT_PATH].replace("2020-03-31", "2020-03-15"),
}

ACTOR, SOURCE, ROAD = "«plan/actores.yml»", "«plan/fuentes.yml»", "la hoja de ruta del compromiso"
REFERENCES = [
    (PLAN, '- "acta"', SOURCE),
    (PLAN, 'apoyo_internacional:\n  - "osc"', ACTOR),
    (PLAN, 'actor: "gob"', ACTOR),
    (PLAN, '        - "osc"', ACTOR),
    (ACTORS, '- "acta"', SOURCE),
    (COMMITMENT_PATH, 'tema: "agua"', "los temas de «plan/3-arboles/»"),
    (COMMITMENT_PATH, '"agua/c1"', "los árboles de problemas"),
    (COMMITMENT_PATH, '"mesa-01/a1"', "las alternativas de las mesas"),
    (COMMITMENT_PATH, 'apoyos:\n  - "osc"', ACTOR),
    (COMMITMENT_PATH, 'deja: "osc"', ACTOR),
    (COMMITMENT_PATH, 'entra: "gob"', ACTOR),
    (COMMITMENT_PATH, 'acordada_en: "sesion-2020-02-20"', "las sesiones del foro"),
    (COMMITMENT_PATH, '      - "acta"', SOURCE),
    (TABLE_PATH, 'tema: "agua"', "los temas de «plan/3-arboles/»"),
    (TABLE_PATH, '"agua/c2"', "los árboles de problemas"),
    (TABLE_PATH, 'compromiso: "c01"', "los compromisos"),
    (ROADMAP_PATH, 'responsable: "gob"', ACTOR),
    (ROADMAP_PATH, 'emite: "gob"', ACTOR),
    (ROADMAP_PATH, '- actividad: "a1.1"', ROAD),
    (ROADMAP_PATH, '      - "v1"', ROAD),
    (ROADMAP_PATH, '    actividad: "a1.1"\n    campo', ROAD),
    (ROADMAP_PATH, 'acordada_en: "sesion-2020-02-20"', "las sesiones del foro"),
    (REPORT_PATH, '- actividad: "a1.1"', ROAD),
    (REPORT_PATH, 'medio: "v1"', ROAD),
    (REPORT_PATH, 'corrige: "2020-03-15-gob"', "los avances del compromiso"),
    (VERIFICATION_PATH, 'avance: "2020-03-31-gob"', "los avances del compromiso"),
    (VERIFICATION_PATH, '- actividad: "a1.1"', ROAD),
]


def test_a_plan_with_every_kind_of_reference_is_valid() -> None:
    assert findings_of(FULL) == []


@pytest.mark.parametrize(("path", "text", "where"), REFERENCES)
def test_a_reference_to_nothing_is_a_finding_at_its_place(path: str, text: str, where: str) -> None:
    before, quote, _ = text.rpartition('"')[0].rpartition('"')
    assert FULL[path].count(text) >= 1
    rest = text.removeprefix(before).split('"', 2)[2]
    broken = FULL[path].replace(text, f'{before}{quote}zzz"{rest}', 1)
    at = broken.index('"zzz"')
    line, column = broken.count("\n", 0, at) + 1, at - broken.rfind("\n", 0, at)
    found = [finding for finding in loaded({**FULL, path: broken}).findings if finding.code == "REF02"]
    assert [(item.path, item.line, item.column) for item in found] == [(path, line, column)]
    assert found[0].message().startswith(f"«zzz» no existe en {where}. Quien lea")
    assert found[0].fix() == f"Corrija el identificador o dé de alta lo que falta en {where}."


def test_a_nested_cause_is_a_cause() -> None:
    tree = VALID["plan/3-arboles/agua.md"].replace(
        '    texto: "Nadie mide', '    causas:\n      - id: "c3"\n        texto: "No hay"\n    texto: "Nadie mide'
    )
    commitment = VALID[COMMITMENT_PATH].replace('"agua/c1"', '"agua/c3"')
    assert findings_of({**VALID, "plan/3-arboles/agua.md": tree, COMMITMENT_PATH: commitment}) == []


def test_only_the_first_mistakes_get_a_guess() -> None:
    causes = "".join(f'  - "agua/c{n}"\n' for n in range(100, 130))
    findings = loaded(changed(COMMITMENT_PATH, ('  - "agua/c1"\n', causes))).findings
    assert ["¿Quiso escribir" in finding.message() for finding in findings] == [True] * 20 + [False] * 10


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        # Ids are unique in a document, at any depth, and among documents of a kind.
        (changed(ROADMAP_PATH, ('id: "p1"', 'id: "a1.1"')), [f"{ROADMAP_PATH}:17:17 REF01"]),
        (
            with_file(SOURCES, VALID[SOURCES] + VALID[SOURCES].partition("\nfuentes:\n")[2]),
            [f"{SOURCES}:7:9 REF01"],
        ),
        (with_file("plan/3-arboles/otra.md", VALID["plan/3-arboles/agua.md"]), ["plan/3-arboles/otra.md:3:5 REF01"]),
        # A record is named by its date and who signs it; a second one of the day may add a word.
        (
            with_file(REPORT_PATH.replace("gob.md", "gob-bis.md"), VALID[REPORT_PATH].replace("a1.1", "a1.9")),
            [f"{REPORT_PATH.replace('gob.md', 'gob-bis.md')}:7:16 REF02"],
        ),
        (
            with_file(REPORT_PATH.replace("03-31", "03-30"), VALID[REPORT_PATH]),
            [f"{REPORT_PATH.replace('03-31', '03-30')}:4:8 REF07"],
        ),
        (
            with_file(VERIFICATION_PATH.replace("osc", "gob"), VALID[VERIFICATION_PATH]),
            [f"{VERIFICATION_PATH.replace('osc', 'gob')}:4:8 REF07"],
        ),
        # A phase has the number of its folder.
        (
            with_file(
                "plan/2-sistematizacion/index.md",
                f'---\ntipo: "fase"\nid: "f"\nnumero: 3\ntitulo: "F"\nproposito: "P"\nanuncio: "2018-12-01"\n'
                f'inicio: "2019-01-01"\nconclusion: "2019-02-01"\n{PROVENANCE}',
            ),
            ["plan/2-sistematizacion/index.md:4:9 REF04"],
        ),
        (changed(ROADMAP_PATH, ('compromiso: "c01"', 'compromiso: "c02"')), [f"{ROADMAP_PATH}:3:13 REF06"]),
    ],
)
def test_identity(files: dict[str, str | bytes], expected: list[str]) -> None:
    assert findings_of(files) == expected
