"""What was published is neither lost, nor changed in silence, nor given another name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from plans import (
    COMMITMENT_PATH,
    REPORT_PATH,
    ROADMAP_PATH,
    TREE_PATH,
    VALID,
    VERIFICATION_PATH,
    MemoryTree,
    changed,
    loaded,
    said,
)

from actionplan.diff.compare import Comparison
from actionplan.findings import Severity, in_order
from actionplan.loader import Caches, plan_of
from actionplan.rules.history_checks import check_changes

Files = Mapping[str, str | bytes]

DRAFT = changed(ROADMAP_PATH, ('"firmada"', '"borrador"'))
TABLE = """\
---
tipo: "mesa"
id: "mesa-01"
numero: 1
tema: "agua"
alternativas:
  - id: "s1"
    titulo: "Medidores"
    destino: "adoptada"
    motivo: "Es viable."
procedencia:
  - campo: "*"
    fuentes:
      - "acta"
    certeza: "exacta"
---
"""


def since(head: Files, base: Files = VALID) -> list[str]:
    found = check_changes(Comparison(loaded(base).plan, loaded(head).plan))
    return [said(finding) for finding in in_order(list(found))]


def messages(head: Files, base: Files = VALID) -> list[str]:
    return [finding.message() for finding in check_changes(Comparison(loaded(base).plan, loaded(head).plan))]


def moved(files: Files, old: str = "commitments/01-agua/", new: str = "commitments/01-agua-medida/") -> Files:
    return {path.replace(old, new): text for path, text in files.items()}


def without(*paths: str, files: Files = VALID) -> Files:
    return {path: text for path, text in files.items() if path not in paths}


def test_a_plan_against_itself_and_against_its_rewriting_is_in_order() -> None:
    rewritten = {path: str(text).replace('"acta"', "'acta'") for path, text in VALID.items()}
    rewritten[REPORT_PATH] = str(VALID[REPORT_PATH]).replace(
        'estado: "en_proceso"\n    porcentaje: 40', "porcentaje: 40\n    estado: en_proceso"
    )
    assert since(VALID) == since(rewritten) == []


def test_no_line_that_is_taken_out_or_put_back_is_more_than_a_finding() -> None:
    for path, text in VALID.items():
        lines = text.split("\n")
        for number in range(len(lines)):
            shorter = {**VALID, path: "\n".join(lines[:number] + lines[number + 1 :])}
            for head, base in ((shorter, VALID), (VALID, shorter)):
                for finding in check_changes(Comparison(loaded(base).plan, loaded(head).plan)):
                    assert finding.code.startswith("HIS")
                    assert "{" not in finding.message() + finding.fix()


@pytest.mark.parametrize("base_first", [True, False])
def test_what_two_plans_have_alike_is_read_and_typed_once(base_first: bool) -> None:
    caches, head = Caches(), changed(REPORT_PATH, ("40", "60"))
    files = (VALID, head) if base_first else (head, VALID)
    one, other = (plan_of(MemoryTree(text), caches) for text in files)
    differ = [ours.path for ours, theirs in zip(one.entries, other.entries, strict=True) if ours is not theirs]
    assert differ == [REPORT_PATH]


# Ids of documents


def test_a_commitment_that_is_gone_is_one_finding_whatever_it_held() -> None:
    head = without(COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH, VERIFICATION_PATH)
    assert since(head) == [f"{COMMITMENT_PATH}:1:1 HIS01"]
    assert messages(head)[0].startswith("El compromiso «c01» estaba publicado y ya no está.")


def test_a_commitment_that_is_withdrawn_is_no_removal() -> None:
    closed = (
        'situacion: "vigente"',
        'situacion: "retirado"\ncierre:\n  fecha: "2020-05-01"\n  motivo: "Sin recursos."',
    )
    assert since(changed(COMMITMENT_PATH, closed)) == []


def test_a_folder_that_moves_takes_its_documents_along() -> None:
    assert since(moved(VALID)) == []
    assert since(moved(VALID, "plan/3-arboles/agua", "plan/3-arboles/agua-y-drenaje")) == []


def test_a_commitment_that_changes_its_id_is_one_finding() -> None:
    head = {path: str(text).replace('"c01"', '"c99"') for path, text in VALID.items()}
    assert since(head) == [f"{COMMITMENT_PATH}:3:5 HIS03"]
    assert messages(head)[0].startswith("«c01» (compromiso) estaba publicado y ahora se llama «c99».")


@pytest.mark.parametrize("path", [TREE_PATH, "plan/4-mesas/mesa-01.md"])
def test_a_document_with_an_id_that_is_gone_is_a_removal(path: str) -> None:
    base = {**VALID, "plan/4-mesas/mesa-01.md": TABLE}
    assert since(without(path, files=base), base) == [f"{path}:1:1 HIS02"]


def test_a_copy_that_keeps_the_id_is_not_taken_for_the_original() -> None:
    copy = {path.replace("01-agua", "02-luz"): text for path, text in VALID.items() if path.startswith("commitments/")}
    copy = {path: str(text).replace("Agua", "Luz").replace("Medir", "Alumbrar") for path, text in copy.items()}
    assert since({**copy, **VALID}) == []


# Ids within documents


@pytest.mark.parametrize(
    ("path", "old", "new", "line"),
    [
        ("plan/actores.yml", '"osc"', '"ong"', "10:9"),
        ("plan/fuentes.yml", '"acta"', '"minuta"', "3:9"),
        (TREE_PATH, 'id: "e1"', 'id: "e2"', "14:9"),
        (TREE_PATH, 'id: "p"', 'id: "problema"', "6:7"),
        (ROADMAP_PATH, 'id: "a1.1"', 'id: "a1.2"', "11:13"),
        (ROADMAP_PATH, 'id: "p1"', 'id: "p2"', "17:17"),
        (ROADMAP_PATH, 'id: "v1"', 'id: "v2"', "21:17"),
        (ROADMAP_PATH, 'id: "i1"', 'id: "i2"', "25:9"),
    ],
)
def test_an_id_that_changes_is_told_where_it_changed(path: str, old: str, new: str, line: str) -> None:
    assert since(changed(path, (old, new))) == [f"{path}:{line} HIS03"]


def test_a_part_that_is_gone_is_told_at_its_list_and_takes_what_it_held_along() -> None:
    two = ("    actividades:\n", '    actividades:\n      - id: "a1.0"\n        titulo: "Licitar"\n')
    base = changed(ROADMAP_PATH, two)
    assert since(VALID, base) == [f"{ROADMAP_PATH}:11:7 HIS02"]
    gone = str(VALID[ROADMAP_PATH])
    gone = gone[: gone.index("acciones:")] + gone[gone.index("indicadores:") :]
    assert since({**VALID, ROADMAP_PATH: gone}) == [f"{ROADMAP_PATH}:2:1 HIS02"]


def test_the_order_of_a_list_and_the_place_of_a_part_may_change() -> None:
    first, second = (
        '  - id: "c1"\n    texto: "Fugas en la red."\n',
        '  - id: "c2"\n    texto: "Nadie mide el consumo."\n',
    )
    assert since(changed(TREE_PATH, (first + second, second + first))) == []
    below = first + '    causas:\n      - id: "c2"\n        texto: "Nadie mide el consumo."\n'
    assert since(changed(TREE_PATH, (first + second, below))) == []


def test_renumbering_after_an_insertion_gives_every_id_to_another() -> None:
    causes = '  - id: "c1"\n    texto: "Sequía."\n  - id: "c2"\n    texto: "Fugas en la red."\n'
    causes += '  - id: "c3"\n    texto: "Nadie mide el consumo."\n'
    old = '  - id: "c1"\n    texto: "Fugas en la red."\n  - id: "c2"\n    texto: "Nadie mide el consumo."\n'
    head = changed(TREE_PATH, (old, causes))
    assert since(head) == [f"{TREE_PATH}:9:9 HIS04", f"{TREE_PATH}:11:9 HIS04"]
    assert messages(head)[0].startswith(
        "«c1» nombraba «Fugas en la red.», que ahora es «c2»; el identificador pasó a «Sequía.»."
    )


def test_a_title_that_is_reworded_keeps_its_id() -> None:
    assert since(changed(ROADMAP_PATH, ("Instalar medidores", "Instalación de los medidores en cada toma"))) == []
    assert since(changed(COMMITMENT_PATH, ('titulo: "Agua medida"', 'titulo: "Agua potable"'))) == []
    assert since(changed(COMMITMENT_PATH, ('titulo: "Agua medida"', 'titulo: "Luz para todos"'))) == [
        f"{COMMITMENT_PATH}:3:5 HIS06"
    ]
    assert since(changed(TREE_PATH, ("Falta agua en los barrios altos.", "Nadie sale de noche."))) == [
        f"{TREE_PATH}:6:7 HIS06"
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('id: "a1.1"', 'id: "a1.2"'),
        ('      - id: "a1.1"', '      - id: "a1.1"\n        titulo: "Licitar"\n      - id: "a1.2"'),
        ('          - id: "p1"\n            nombre: "Medidores instalados"\n            tipo: "otro"\n', ""),
    ],
)
def test_in_a_draft_the_same_is_a_warning(old: str, new: str) -> None:
    head = {**DRAFT, ROADMAP_PATH: str(DRAFT[ROADMAP_PATH]).replace(old, new, 1)}
    found = list(check_changes(Comparison(loaded(DRAFT).plan, loaded(head).plan)))
    assert {(finding.code, finding.severity) for finding in found} == {("HIS07", Severity.WARNING)}


# What could not be read


@pytest.mark.parametrize(
    "path", [COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH, VERIFICATION_PATH, TREE_PATH, "plan/actores.yml"]
)
@pytest.mark.parametrize("text", ["", "---\n", "---\ntipo: [\n---\n", b"\xff", '---\ntipo: "compromiso"\n---\n'])
def test_what_cannot_be_read_in_either_plan_is_not_missed(path: str, text: str | bytes) -> None:
    unreadable = {**VALID, path: text}
    assert since(unreadable) == []
    assert since(VALID, unreadable) == []


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ROADMAP_PATH, 'id: "a1.1"', 'id: "A 1"'),
        (ROADMAP_PATH, 'id: "i1"', "id: []"),
        (ROADMAP_PATH, "acciones:", "aciones:"),
        (ROADMAP_PATH, 'conclusion: "2020-03-31"', 'conclusion: "31/03/2020"'),
        (ROADMAP_PATH, "valor: 5", 'valor: "cinco"'),
        (ROADMAP_PATH, 'resultado_final: "La red se mide."', "resultado_final: 3"),
        (TREE_PATH, 'id: "c2"', 'id: "c 2"'),
        (REPORT_PATH, "porcentaje: 40", 'porcentaje: "cuarenta"'),
        (VERIFICATION_PATH, '"impugnado"', '"impugnada"'),
    ],
)
def test_a_value_that_is_refused_is_not_also_missed_and_may_be_mended(path: str, old: str, new: str) -> None:
    damaged = changed(path, (old, new))
    assert since(damaged) == []
    if path in {REPORT_PATH, VERIFICATION_PATH}:
        assert since(VALID, damaged) == []


def test_what_is_new_is_nobodys_loss() -> None:
    assert since(VALID, without(COMMITMENT_PATH, ROADMAP_PATH, REPORT_PATH, VERIFICATION_PATH)) == []
    assert since(VALID, {}) == since(VALID, without(REPORT_PATH, VERIFICATION_PATH)) == []
