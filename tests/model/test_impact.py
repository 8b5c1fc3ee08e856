"""A file reaches the documents that what is wrong with it may show in, and no other."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from plans import COMMITMENT_PATH, REPORT_PATH, ROADMAP_PATH, TREE, TREE_PATH, VALID, changed, loaded

from actionplan.model import EVERYTHING, is_within
from actionplan.model.impact import impact

Files = Mapping[str, str | bytes]

FOLDER = "commitments/01-agua"
OTHER = "commitments/02-luz/compromiso.md"
TABLE_PATH = "plan/4-mesas/mesa-01.md"
SESSION_PATH = "plan/sesiones/2020-04-02.md"
PAGE_PATH = "plan/lecciones.md"
COVERED = 'procedencia:\n  - campo: "*"\n    fuentes:\n      - "acta"\n    certeza: "exacta"\n---\n'
TABLE = f"""\
---
tipo: "mesa"
id: "mesa-01"
numero: 1
tema: "luz"
alternativas:
  - id: "s1"
    titulo: "Medidores"
    causas:
      - "luz/c1"
    destino: "adoptada"
    motivo: "Es viable."
    compromiso: "c02"
{COVERED}"""
SESSION = f'---\ntipo: "sesion"\nid: "s1"\nfecha: "2020-04-02"\nmodalidad: "ordinaria"\n{COVERED}'
PAGE = (
    f'---\ntipo: "pagina"\ntitulo: "Lecciones"\n{COVERED}\nVea [el compromiso](../commitments/02-luz/compromiso.md).\n'
)
MOVED = """\
reprogramaciones:
  - fecha: "2020-04-02"
    actividad: "a1.1"
    campo: "conclusion"
    antes: "2020-02-28"
    despues: "2020-03-31"
    motivo: "Lluvias."
    acordada_en: "s1"
procedencia:"""
OURS = {path: text for path, text in VALID.items() if path.startswith(FOLDER)}
WHOLE: Files = {
    **changed(ROADMAP_PATH, ("procedencia:", MOVED)),
    **{
        path.replace("01-agua", "02-luz"): text.replace('"c01"', '"c02"').replace("agua", "luz")
        for path, text in OURS.items()
    },
    TREE_PATH.replace("agua", "luz"): TREE.replace('"agua"', '"luz"'),
    TREE_PATH.replace(".md", ".en.md"): "---\ntipo: traduccion\ntraduce: agua\noriginal_sha256: x\n---\n",
    TABLE_PATH: TABLE,
    SESSION_PATH: SESSION,
    SESSION_PATH.replace("04", "05"): SESSION.replace("s1", "s2"),
    PAGE_PATH: PAGE,
}


def tied(*asked: str, files: Files = WHOLE) -> set[str]:
    return set(impact(loaded(files).plan, asked)) - set(asked)


@pytest.mark.parametrize("path", ["plan/plan.yml", "plan/actores.yml", "plan/fuentes.yml", "plan", EVERYTHING])
def test_the_whole_plan_rests_on_its_settings(path: str) -> None:
    assert EVERYTHING in impact(loaded(WHOLE).plan, [path])


@pytest.mark.parametrize("path", [REPORT_PATH, ROADMAP_PATH, f"{FOLDER}/evidencias/acta.pdf", f"{FOLDER}/gone.md"])
def test_a_commitment_is_one_with_its_folder(path: str) -> None:
    found = tied(path)
    assert FOLDER in found
    assert not any(is_within(OTHER, [place]) for place in found)


def test_a_topic_reaches_who_names_it_and_its_translation() -> None:
    assert tied(TREE_PATH) == {COMMITMENT_PATH, TREE_PATH.replace(".md", ".en.md")}
    assert tied(TREE_PATH.replace("agua", "luz")) == {OTHER, TABLE_PATH}


def test_a_translation_reaches_its_original() -> None:
    assert tied(TREE_PATH.replace(".md", ".en.md")) == {TREE_PATH}


def test_a_commitment_reaches_what_it_names_what_names_it_and_what_links_to_it() -> None:
    assert tied(OTHER) == {"commitments/02-luz", TREE_PATH.replace("agua", "luz"), TABLE_PATH, PAGE_PATH}


def test_a_page_does_not_reach_what_it_links_to() -> None:
    assert tied(PAGE_PATH) == set()


def test_a_session_reaches_the_others_and_the_roadmaps_it_agreed() -> None:
    assert tied(SESSION_PATH) == {SESSION_PATH.replace("04", "05"), ROADMAP_PATH}
    assert SESSION_PATH in tied(ROADMAP_PATH)


def test_a_session_reaches_the_commitments_in_which_it_agreed_a_handover() -> None:
    told = 'relevos:\n  - fecha: "2020-05-04"\n    papel: "responsable"\n    deja: "osc"\n    motivo: "Reforma."\n'
    text = str(WHOLE[OTHER]).replace("valores:", f'{told}    acordada_en: "s2"\nvalores:')
    assert OTHER in tied(SESSION_PATH.replace("04", "05"), files={**WHOLE, OTHER: text})


def test_who_names_an_id_that_nothing_has_is_reached_from_its_kind() -> None:
    """The file that is asked for may be the one that should have it."""
    lost = {**WHOLE, TREE_PATH: TREE.replace('"agua"', '"aguas"')}
    assert tied(TREE_PATH, files=lost) == {COMMITMENT_PATH, TREE_PATH.replace(".md", ".en.md")}
    gone = {path: text for path, text in WHOLE.items() if path != TREE_PATH}
    assert COMMITMENT_PATH in tied(TREE_PATH, files=gone)


def test_two_documents_that_claim_one_id_are_tied() -> None:
    twice = {**WHOLE, "plan/3-arboles/otra.md": TREE}
    assert "plan/3-arboles/otra.md" in tied(TREE_PATH, files=twice)


@pytest.mark.parametrize(
    ("path", "place", "within"),
    [
        ("plan/a.md", "plan/a.md", True),
        ("plan/a.md", "plan", True),
        ("plan/a.md", "pla", False),
        ("plan/a.md", "plan/a", False),
        ("plan/a.md", EVERYTHING, True),
    ],
)
def test_a_place_holds_what_is_below_it(path: str, place: str, within: bool) -> None:
    assert is_within(path, [place]) is within
