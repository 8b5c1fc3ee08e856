"""What is due, dates, numbers, evidence and the two keys: what is let through and what is not."""

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, VALID, VERIFICATION_PATH, changed, findings_of, with_file

EVIDENCE = "commitments/01-agua/evidencias"
ABSENT = 'no_disponible:\n  - campo: "{}"\n    motivo: "No consta"\nprocedencia:'
DRAFT = ('"firmada"', '"borrador"')
ONE_SOURCE = '  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n'


def codes(files: dict[str, str | bytes]) -> list[str]:
    """``line:column CODE`` of each finding, in the one file that they are about."""
    return [said.partition(":")[2] for said in findings_of(files)]


# What is due.


@pytest.mark.parametrize("field", ["tema", "causas", "alternativas"])
def test_a_proactive_commitment_owes_no_theme_causes_or_alternatives(field: str) -> None:
    without = {
        "tema": ('tema: "agua"\n', ""),
        "causas": ('causas:\n  - "agua/c1"\n', ""),
        "alternativas": ('  - campo: "alternativas"\n    motivo: "No consta"\n', ""),
    }[field]
    assert codes(changed(COMMITMENT_PATH, without)) == ["2:1 ELE01"]
    assert codes(changed(COMMITMENT_PATH, without, ('"cocreado"', '"proactivo"'))) == []


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


# Dates.


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"),
    [
        (COMMITMENT_PATH, '"2020-06-30"', '"2020-01-01"', []),
        (COMMITMENT_PATH, '"2020-06-30"', '"2019-12-31"', ["22:13 FEC01"]),
        (ROADMAP_PATH, '"2020-03-31"', '"2020-01-14"', ["15:21 FEC01"]),
        (
            ROADMAP_PATH,
            'titulo: "Medir"',
            'titulo: "Medir"\n    inicio: "2020-02-01"\n    conclusion: "2020-01-01"',
            ["11:17 FEC01"],
        ),
        ("plan/plan.yml", '"2020-12-31"', '"2020-04-10"', []),
    ],
)
def test_ends_follow_starts_and_records_precede_the_cutoff(path: str, old: str, new: str, expected: list[str]) -> None:
    assert codes(changed(path, (old, new))) == expected


# Numbers.


@pytest.mark.parametrize(
    ("state", "percent", "allowed"),
    [
        ("por_iniciar", 0, True),
        ("por_iniciar", 1, False),
        ("en_proceso", 0, False),
        ("en_proceso", 1, True),
        ("en_proceso", 99, True),
        ("en_proceso", 100, False),
        ("completado", 99, False),
        ("completado", 100, True),
        ("cancelado", 0, True),
        ("cancelado", 100, True),
    ],
)
def test_the_percentage_agrees_with_the_state(state: str, percent: int, allowed: bool) -> None:
    files = changed(REPORT_PATH, ('"en_proceso"', f'"{state}"'), ("porcentaje: 40", f"porcentaje: {percent}"))
    assert codes(files) == ([] if allowed else ["9:17 NUM02"])


def weighted(*weights: str) -> dict[str, str | bytes]:
    """The valid roadmap with as many actions as weights, an empty weight for none."""
    action = '  - id: "b{}"\n    titulo: "Otra"\n{}    actividades: []\n'
    lines = [f"    ponderacion: {weight}\n" if weight else "" for weight in weights]
    actions = "".join(action.format(number, line) for number, line in enumerate(lines[1:]))
    absences = "".join(f'  - campo: "b{n}/actividades"\n    motivo: "x"\n' for n in range(len(lines) - 1))
    return changed(
        ROADMAP_PATH,
        DRAFT,
        ('    titulo: "Medir"\n', '    titulo: "Medir"\n' + lines[0]),
        ("indicadores:", actions + "indicadores:"),
        ("procedencia:", ("no_disponible:\n" + absences if absences else "") + "procedencia:"),
    )


@pytest.mark.parametrize(
    ("weights", "allowed"),
    [
        (["", ""], True),
        (["100"], True),
        (["33.3", "33.3", "33.4"], True),
        (["0.1", "99.9"], True),
        (["50", "49.999999999999"], False),
        (["100", ""], False),
        (["60", "60"], False),
    ],
)
def test_weights_are_of_all_or_none_and_add_up_to_100_exactly(weights: list[str], allowed: bool) -> None:
    assert codes(weighted(*weights)) == ([] if allowed else ["10:18 NUM01"])


def test_a_weight_is_above_zero() -> None:
    assert codes(weighted("0")) == ["10:18 FOR19"]


@pytest.mark.parametrize(
    ("claim", "allowed"),
    [("valor: 3", True), ('texto: "Muchas"', True), ("de: 5", False), ('valor: 3\n        texto: "Muchas"', False)],
)
def test_a_claim_is_a_number_or_words(claim: str, allowed: bool) -> None:
    figure = (
        f'cifras:\n  - id: "f1"\n    nombre: "Tomas"\n    afirmaciones:\n      - {claim}\n'
        '        fuentes:\n          - "acta"\n        certeza: "exacta"\nprocedencia:'
    )
    assert codes(changed(COMMITMENT_PATH, ("procedencia:", figure))) == ([] if allowed else ["34:9 NUM03"])


# Evidence.


@pytest.mark.parametrize(
    ("proof", "expected"),
    [
        ('url: "https://example.org/a?b=1"', []),
        ('archivo: "acta firmada (año 2020).pdf"', []),
        ('archivo: "fotos/uno.png"', []),
        ('archivo: "fotos/../fotos/uno.png"', []),
        ('archivo: "otra.pdf"', ["12:18 EVI02"]),
        ('archivo: "fotos"', ["12:18 EVI02"]),
        ('archivo: "fotos/../../compromiso.md"', ["12:18 EVI02"]),
        ('archivo: "../compromiso.md"', ["12:18 FOR19"]),
        ('archivo: "/etc/passwd"', ["12:18 FOR19"]),
        ('url: "javascript:alert(1)"', ["12:14 FOR19"]),
        ('url: "ftp://example.org/a"', ["12:14 FOR19"]),
        ('vista_el: "2020-03-31"', ["11:9 EVI01"]),
    ],
)
def test_evidence_can_be_opened(proof: str, expected: list[str]) -> None:
    files = changed(
        REPORT_PATH,
        ("    porcentaje: 40", f'    porcentaje: 40\n    evidencias:\n      - titulo: "Acta"\n        {proof}'),
    )
    files[f"{EVIDENCE}/acta firmada (año 2020).pdf"] = b"%PDF"
    files[f"{EVIDENCE}/fotos/uno.png"] = b"PNG"
    assert codes(files) == expected


# The two keys.


def test_nobody_reports_and_verifies_but_who_signed() -> None:
    other = VERIFICATION_PATH.replace("osc", "gob")
    assert codes(with_file(other, VALID[VERIFICATION_PATH].replace('"osc"', '"gob"'))) == ["5:15 SEG01"]
    other = REPORT_PATH.replace("gob", "osc")
    assert codes(with_file(other, VALID[REPORT_PATH].replace('"gob"', '"osc"'))) == ["5:10 SEG02"]


def test_only_a_contestation_owes_a_reason() -> None:
    without = ('    motivo: "Faltan medidores."\n', "")
    assert codes(changed(VERIFICATION_PATH, without)) == ["8:5 SEG03"]
    assert codes(changed(VERIFICATION_PATH, without, ('"impugnado"', '"verificado"'))) == []
