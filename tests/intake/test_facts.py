"""The form for a missing fact: the value at its address, its source, one absence less, and not a line more."""

from __future__ import annotations

import difflib
from pathlib import Path

import pytest
from intake.filled import FACT, filled, intake, issue
from plans import COMMITMENT, COMMITMENT_PATH, ROADMAP, ROADMAP_PATH, SOURCES, VALID, findings_of

from actionplan.intake.forms import FormName

ABSENT = """\
no_disponible:
  - campo: "inicio"
    motivo: "No consta"
  - campo: "como-contribuye"
    motivo: "No consta"
"""
LACKING = (
    COMMITMENT.replace('inicio: "2020-01-01"\n', "")
    .replace("no_disponible:\n", ABSENT)
    .replace("## Cómo contribuye\n\nCon medidores.\n\n", "")
)
FILES = {
    **VALID,
    COMMITMENT_PATH: LACKING,
    "plan/fuentes.yml": f'{SOURCES}    url: "https://gob.example/acta.pdf"\n',
}
KNOWN = (
    "«Alternativas de las que surge», «Eje del Plan Nacional de Desarrollo», «Inicio», «Valoración del MRI», "
    "«Cómo contribuye»."
)
BY_HAND = "Gracias: lo que envió no se pierde. Quien mantiene el plan lo leerá, hará la propuesta y la enlazará aquí."
SOURCED = """\
+  - campo: "{field}"
+    fuentes:
+      - "acta"
+    certeza: "resumen"
"""


def asked(root: Path, files: dict[str, str] | None = None, **answers: str) -> dict[str, str]:
    return intake(root, files or FILES, issue(filled(FormName.FACT, FACT | answers)))


def diff(root: Path, path: str = COMMITMENT_PATH, before: str = LACKING) -> str:
    """The lines that went and came."""
    lines = difflib.unified_diff(before.splitlines(), (root / path).read_text("utf-8").splitlines(), n=0, lineterm="")
    return "".join(f"{line}\n" for line in lines if not line.startswith(("---", "+++", "@@")))


def test_a_value_takes_its_place_with_its_source_and_is_no_longer_missing(tmp_path: Path) -> None:
    answer = asked(tmp_path)
    assert (answer["path"], answer["title"]) == (COMMITMENT_PATH, f"Aporta inicio a {COMMITMENT_PATH}")
    assert diff(tmp_path) == (
        '+inicio: "2020-01-01"\n-  - campo: "inicio"\n-    motivo: "No consta"\n' + SOURCED.format(field="inicio")
    )
    text = (tmp_path / COMMITMENT_PATH).read_text("utf-8")
    assert findings_of({**FILES, COMMITMENT_PATH: text}) == findings_of(FILES)


@pytest.mark.parametrize("name", ["como-contribuye", "Cómo contribuye", " cómo CONTRIBUYE "])
def test_a_heading_takes_its_place_among_the_others(tmp_path: Path, name: str) -> None:
    asked(tmp_path, dato=name, valor="Con medidores.")
    assert diff(tmp_path) == (
        '-  - campo: "como-contribuye"\n-    motivo: "No consta"\n'
        + SOURCED.format(field="como-contribuye")
        + "+## Cómo contribuye\n+\n+Con medidores.\n+\n"
    )


@pytest.mark.parametrize(
    "source",
    ["acta", "Acta de la mesa", "«acta  de la mesa»", "https://gob.example/acta.pdf", "http://gob.example/acta.pdf/"],
)
def test_a_source_goes_by_its_id_title_or_address(tmp_path: Path, source: str) -> None:
    assert asked(tmp_path, fuente=source)["path"] == COMMITMENT_PATH


def test_a_source_that_the_plan_does_not_have_is_left_to_a_person(tmp_path: Path) -> None:
    answer = asked(tmp_path, fuente="https://otra.example/x")
    assert answer["path"] is None
    assert answer["reply"] == (
        "«Dónde consta» no es ninguna de las fuentes de `plan/fuentes.yml`. Para darla de alta alguien debe leerla "
        "y decir qué clase de texto es. Si ya está ahí, edite el formulario y escriba su identificador."
        f"\n\n{BY_HAND}\n"
    )


ROAD = ROADMAP.replace('"firmada"', '"borrador"').replace('        inicio: "2020-01-15"\n', "")
SECOND = """\
      - id: "a1.2"
        titulo: "Publicar lecturas"
        responsable: "gob"
        conclusion: "2020-05-31"
        productos:
          - id: "p2"
            nombre: "Lecturas"
            tipo: "datos"
        medios_de_verificacion:
          - id: "v2"
            descripcion: "Sitio"
            emite: "gob"
indicadores:
"""
MANY = 'no_disponible:\n  - campo: "actividades/*/inicio"\n    motivo: "No consta"\nprocedencia:'


def test_an_absence_that_speaks_for_many_stays_while_it_is_true_of_others(tmp_path: Path) -> None:
    road = ROAD.replace("procedencia:", MANY).replace("indicadores:\n", SECOND)
    asked(tmp_path, {**FILES, ROADMAP_PATH: road}, archivo=ROADMAP_PATH, dato="a1.1/inicio")
    assert diff(tmp_path, ROADMAP_PATH, road) == '+        inicio: "2020-01-01"\n' + SOURCED.format(field="a1.1/inicio")


def test_and_goes_with_the_last_of_them(tmp_path: Path) -> None:
    road = ROAD.replace("procedencia:", MANY)
    asked(tmp_path, {**FILES, ROADMAP_PATH: road}, archivo=ROADMAP_PATH, dato="a1.1/inicio")
    gone = "".join(f"-{line}\n" for line in MANY.splitlines()[:-1])
    assert diff(tmp_path, ROADMAP_PATH, road) == (
        f'+        inicio: "2020-01-01"\n{gone}' + SOURCED.format(field="a1.1/inicio")
    )


@pytest.mark.parametrize(
    ("field", "value", "line"),
    [
        ("valores", "Transparencia\nrendición de cuentas", '+  - "rendicion_de_cuentas"\n'),
        ("ods", "6\n- 16.6", '+  - "16.6"\n'),
        ("apoyos", "osc", '+  - "osc"\n'),
    ],
)
def test_a_list_has_an_item_a_line_in_the_plan_s_own_words(tmp_path: Path, field: str, value: str, line: str) -> None:
    items = {"valores": 'valores:\n  - "transparencia"\n', "ods": 'ods:\n  - "6"\n', "apoyos": ""}[field]
    text = LACKING.replace(items, "") if items else LACKING
    absent = f'no_disponible:\n  - campo: "{field}"\n    motivo: "No consta"\n'
    text = text.replace("no_disponible:\n", absent) if items else text
    assert asked(tmp_path, {**FILES, COMMITMENT_PATH: text}, dato=field, valor=value)["path"] == COMMITMENT_PATH
    assert line in diff(tmp_path, COMMITMENT_PATH, text)


def test_the_lines_of_an_author_who_writes_otherwise_stay_as_they_are(tmp_path: Path) -> None:
    own = LACKING.replace('pais: "', "pais: '").replace("numero: 1\n", "numero: 1   # el primero\n")
    asked(tmp_path, {**FILES, COMMITMENT_PATH: own})
    assert diff(tmp_path, COMMITMENT_PATH, own).startswith('+inicio: "2020-01-01"\n-  - campo')
    assert "numero: 1   # el primero\n" in (tmp_path / COMMITMENT_PATH).read_text("utf-8")


def test_where_those_are_the_lines_to_change_a_person_sees_to_it(tmp_path: Path) -> None:
    own = LACKING.replace('  - campo: "inicio"\n', "  - campo: inicio\n")
    answer = asked(tmp_path, {**FILES, COMMITMENT_PATH: own})
    assert answer["path"] is None
    assert answer["reply"].startswith("El archivo no está en su forma usual")
    assert answer["reply"].endswith(f"{BY_HAND}\n")


@pytest.mark.parametrize(
    ("answers", "reply"),
    [
        ({"archivo": "plan/nada.md"}, "«Archivo» no es un documento del plan"),
        ({"dato": "titulo"}, "Ese dato ya está en el archivo: si dice algo distinto, use «Corregir un error»."),
        (
            {"dato": "color"},
            f"«Dato que falta» no es ninguno de los que faltan en ese archivo. Copie uno de estos: {KNOWN}",
        ),
        ({"dato": "pnd", "valor": "Eje 2"}, "Ese dato se compone de varios (`eje`, `edicion`)"),
        ({"valor": "uno\ndos"}, "«Qué es» va en una sola línea para ese dato."),
        (
            {"valor": "en enero"},
            "Todavía no se puede proponer. Falta corregir esto:\n\n- En «Qué es»: «en enero» no es una fecha completa",
        ),
        (
            {"valor": "2024-01-01"},
            "Todavía no se puede proponer. Falta corregir esto:\n\n- En otra parte del mismo archivo: La conclusión",
        ),
        (
            {"dato": "como-contribuye", "valor": "Uno.\n\n## Objetivo\n\nOtro."},
            "«Qué es» no lleva títulos: quite las líneas que empiezan con «#».",
        ),
    ],
)
def test_what_cannot_be_placed_is_answered_with_what_to_do(tmp_path: Path, answers: dict[str, str], reply: str) -> None:
    answer = asked(tmp_path, None, **answers)
    assert answer["path"] is None
    assert answer["reply"].startswith(reply)
    assert (tmp_path / COMMITMENT_PATH).read_text("utf-8") == LACKING
