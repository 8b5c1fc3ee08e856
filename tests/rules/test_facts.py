"""What is due, what is declared absent, and where facts come from: what is let through and what is not."""

import pytest
from plans import COMMITMENT_PATH, ROADMAP_PATH, changed, codes, with_file

ABSENT = 'no_disponible:\n  - campo: "{}"\n    motivo: "No consta"\nprocedencia:'
DRAFT = ('"firmada"', '"borrador"')
ONE_SOURCE = '  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n'


# What is due.


@pytest.mark.parametrize("field", ["tema", "causas", "alternativas"])
def test_a_proactive_commitment_owes_no_theme_causes_or_alternatives(field: str) -> None:
    without = {
        "tema": ('tema: "agua"\n', ""),
        "causas": ('causas:\n  - "agua/c1"\n', ""),
        "alternativas": ('  - campo: "alternativas"\n    motivo: "No consta"\n', ""),
    }[field]
    unanswered = ["8:1 ARB04"] if field == "causas" else []  # the tree, which no other commitment answers to
    assert codes(changed(COMMITMENT_PATH, without)) == ["2:1 ELE01", *unanswered]
    assert codes(changed(COMMITMENT_PATH, without, ('"cocreado"', '"proactivo"'))) == unanswered


def test_a_heading_that_is_due_is_missed_like_a_field_and_may_be_absent_like_one() -> None:
    without = ("## Objetivo\n\nMedir el agua.\n\n", "")
    assert codes(changed(COMMITMENT_PATH, without)) == ["2:1 ELE01"]
    declared = ("no_disponible:\n", 'no_disponible:\n  - campo: "objetivo"\n    motivo: "x"\n')
    assert codes(changed(COMMITMENT_PATH, without, declared)) == []


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a1/titulo", ["39:12 ELE02"]),
        ("a1.1/depende_de", []),
        ("actividades/*/depende_de", []),
        ("acciones/a9", []),  # an item that the list should have
        ("a9", ["39:12 REF03"]),
        ("a1/titulos", ["39:12 REF03"]),
        ("*/titulo", ["39:12 REF03"]),
        ("notas", ["39:12 REF03"]),
    ],
)
def test_an_absence_is_of_something_that_the_document_could_hold(address: str, expected: list[str]) -> None:
    assert codes(changed(ROADMAP_PATH, DRAFT, ("procedencia:", ABSENT.format(address)))) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("a1.1/titulo", []),
        ("actividades/*/titulo", []),
        ("a1", []),
        ("p1/tipo", []),
        ("i1/metas/1/valor", []),
        ("a1.1/titulos", ["43:12 REF03"]),
        ("acciones/a9", ["43:12 REF03"]),
        ("objetivo", ["43:12 REF03"]),
    ],
)
def test_provenance_is_of_something_that_the_document_holds(address: str, expected: list[str]) -> None:
    more = ONE_SOURCE.replace("*", address)
    assert codes(changed(ROADMAP_PATH, (ONE_SOURCE, ONE_SOURCE + more))) == expected


def test_a_page_of_free_headings_may_lack_anything_that_it_names() -> None:
    page = '---\ntipo: "pagina"\ntitulo: "Agua"\nno_disponible:\n  - campo: "mapa"\n{}    motivo: "x"\n---\n'
    assert codes(with_file("plan/agua.md", page.format('    nombre: "Mapa"\n'))) == []
    assert codes(with_file("plan/agua.md", page.format(""))) == ["5:12 REF03"]


def test_where_headings_are_fixed_a_name_is_not_enough() -> None:
    named = ("no_disponible:\n", 'no_disponible:\n  - campo: "mapa"\n    nombre: "Mapa"\n    motivo: "x"\n')
    assert codes(changed(COMMITMENT_PATH, named)) == ["24:12 REF03"]


def test_every_fact_and_heading_without_source_is_told_at_its_key() -> None:
    only = ONE_SOURCE.replace("*", "acciones") + ONE_SOURCE.replace("*", "i1/linea_base")
    assert codes(changed(ROADMAP_PATH, (ONE_SOURCE, only))) == [
        f"{place} PRO01" for place in ("6:1", "26:5", "27:5", "28:5", "29:5", "34:9", "35:9", "36:5")
    ]


def test_figures_actors_and_events_carry_their_own_sources() -> None:
    figure = (
        'cifras:\n  - id: "f1"\n    nombre: "Tomas"\n    afirmaciones:\n      - valor: 3\n        fuentes:\n'
        '          - "acta"\n        certeza: "exacta"\n'
    )
    page = f'---\ntipo: "pagina"\ntitulo: "Agua"\n{figure}---\n'
    assert codes(with_file("plan/agua.md", page)) == []
    assert codes(with_file("plan/agua.md", page + "Texto.\n\n## Apartado\n")) == ["13:1 PRO01", "15:1 PRO01"]
