"""The first page of a preview: which pages change, and the figures and drawings of before and after."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser

from plans import COMMITMENT_PATH, ROADMAP_PATH, TREE_PATH, VALID, MemoryTree, changed

from actionplan.diagrams.gantt_shapes import ROOMS
from actionplan.diff.compare import Comparison
from actionplan.language.locale import locale
from actionplan.loader import Caches, plan_of
from actionplan.pages.site import Site
from actionplan.preview.index import index
from actionplan.preview.pages import pages_changed

ES = locale("es")
Files = Mapping[str, str | bytes]


def sites(before: Files, after: Files) -> tuple[Site, Site]:
    caches = Caches()
    was, now = (Site(plan_of(MemoryTree(files), caches), ES) for files in (before, after))
    return was, now


def fates(before: Files, after: Files) -> dict[str, str]:
    return {page.address: page.fate.value for page in pages_changed(*sites(before, after))}


def page(before: Files, after: Files) -> str:
    base, head = sites(before, after)
    return index(base, head, Comparison(base.plan, head.plan), ("abc123", "la propuesta"))


def without(path: str) -> Files:
    return {name: text for name, text in VALID.items() if name != path}


class Tags(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def test_nothing_changes_where_the_plan_says_the_same() -> None:
    assert fates(VALID, VALID) == {}
    assert fates(VALID, changed("plan/plan.yml", ('"PP"', "'PP'"))) == {}
    text = page(VALID, VALID)
    for word in ("Ninguna página cambia.", "Sin cambios de fondo", "Ninguna cifra se mueve."):
        assert word in text


def test_a_title_changes_every_page_that_shows_it_and_no_other() -> None:
    found = fates(VALID, changed(TREE_PATH, ("Agua para todas las personas", "Agua en los barrios")))
    assert found["3-arboles/agua.md"] == "Cambia"
    assert found["compromisos/01-agua/index.md"] == "Cambia"
    assert "fuentes/index.md" not in found


def test_prose_changes_its_own_page() -> None:
    assert fates(VALID, changed(COMMITMENT_PATH, ("## Objetivo\n", "## Objetivo\n\nOtra oración.\n"))) == {
        "compromisos/01-agua/index.md": "Cambia"
    }


def test_a_page_comes_and_a_page_goes() -> None:
    assert fates(without(ROADMAP_PATH), VALID)["compromisos/01-agua/hoja-de-ruta.md"] == "Nueva"
    assert fates(VALID, without(ROADMAP_PATH))["compromisos/01-agua/hoja-de-ruta.md"] == "Desaparece"
    assert ">Hoja de ruta del compromiso 1</a>" not in page(VALID, without(ROADMAP_PATH))


def test_a_tree_that_changes_is_drawn_twice_with_ids_of_their_own_and_told_in_lines() -> None:
    text = page(VALID, changed(TREE_PATH, ("Fugas en la red.", "Fugas en la red vieja.")))
    assert re.findall(r"<h4>(\w+)</h4>", text) == ["Antes", "Después"]
    assert text.count("<svg") == 2
    assert "-   c1: Fugas en la red.\n+   c1: Fugas en la red vieja.\n" in text
    ids = [attributes["id"] for _, attributes in Tags(text).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_a_roadmap_that_moves_is_drawn_twice() -> None:
    text = page(VALID, changed(ROADMAP_PATH, ('conclusion: "2020-03-31"', 'conclusion: "2020-06-15"')))
    assert 'id="rutas"' in text
    frames = re.findall(r'<div class="desplazable ruta-marco".*?</div>', text, re.DOTALL)
    assert [frame.count("<svg") for frame in frames] == [len(ROOMS)] * 2
    ids = [attributes["id"] for _, attributes in Tags(text).found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_nothing_of_a_proposal_runs_or_styles_itself() -> None:
    evil = '<script>alert(1)</script><img src=x onerror=alert(2)> \\" onmouseover=\\"a'
    text = page(VALID, changed(TREE_PATH, ("Fugas en la red.", evil), ("Agua para todas las personas", evil)))
    found = Tags(text).found
    assert not [tag for tag, _ in found if tag in ("script", "img", "iframe", "style")]
    assert not [name for _, attributes in found for name in attributes if name.startswith("on") or name == "style"]
    policy = next(attributes["content"] for tag, attributes in found if "http-equiv" in attributes)
    assert policy
    assert policy.startswith("default-src 'none'; style-src 'self';")
