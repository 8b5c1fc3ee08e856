"""A topic's drawing says in words what its colours say."""

from collections.abc import Callable

from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.pages.backlinks import Backlinks
from actionplan.pages.themes import drawing


def drawn(loaded: Loaded, theme: str, code: str = "es", to: Callable[[str], str] = str) -> str:
    svg = drawing(loaded.plan.trees[theme], Backlinks(loaded.plan), locale(code), to)
    return " ".join(svg.split())


def node(svg: str, name: str) -> str:
    return svg.partition(f'data-nodo="{name}"')[2].partition("<g ")[0]


def test_a_cause_says_which_commitment_answers_it_or_that_none_does(whole_plan: Loaded) -> None:
    svg = drawn(whole_plan, "agua")
    assert 'href="compromisos/01-agua/index.md"' in node(svg, "c1")
    assert ">Compromiso 1<" in node(svg, "c1")
    assert "Ningún compromiso la atiende" not in node(svg, "c1")
    assert "Ningún compromiso la atiende" in node(svg, "c2")
    assert "<a " not in node(svg, "c2")


def test_effects_are_not_asked_for_an_answer(whole_plan: Loaded) -> None:
    assert "Ningún compromiso" not in node(drawn(whole_plan, "agua"), "e1")


def test_the_description_counts_what_is_drawn(whole_plan: Loaded) -> None:
    svg = drawn(whole_plan, "agua")
    assert "Árbol de problemas: Agua para todas las personas</title>" in svg
    assert "Efectos, arriba: 1. Causas, abajo: 2; con un compromiso que las atiende: 1." in svg


def test_an_unknown_problem_is_said_to_be_unknown(whole_plan: Loaded) -> None:
    svg = drawn(whole_plan, "bosque")
    assert "No se conoce" in svg
    assert "Efectos, arriba: 0. Causas, abajo: 0;" in svg
    assert "No se conoce" not in drawn(whole_plan, "agua")


def test_the_drawing_speaks_the_language_of_the_page(whole_plan: Loaded) -> None:
    svg = drawn(whole_plan, "agua", "en")
    assert "Ningún compromiso" not in svg
    assert ">Commitment 1<" in svg


def test_links_go_from_the_page_that_shows_the_drawing(whole_plan: Loaded) -> None:
    assert 'href="../../compromisos/01-agua/index.md"' in drawn(whole_plan, "agua", to=lambda at: f"../../{at}")
