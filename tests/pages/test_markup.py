"""People's Markdown: raw HTML is text, links hold, headings are where the checks say."""

import pytest
from markdown import Markdown

from actionplan.pages.markup import Prose


def converted(text: str, document: str = "commitments/01-agua/compromiso.md") -> str:
    prose = Prose()
    prose.document = document
    return Markdown(extensions=["fenced_code", "footnotes", "tables", "toc", prose]).convert(text)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("<b>a</b>", "<p>&lt;b&gt;a&lt;/b&gt;</p>"),
        ("a <img src=x onerror=b> c", "<p>a &lt;img src=x onerror=b&gt; c</p>"),
        ("<script>a</script>", "<p>&lt;script&gt;a&lt;/script&gt;</p>"),
        ("<!-- a -->", "<p>&lt;!-- a --&gt;</p>"),
        ("<div>\n\na\n\n</div>", "<p>&lt;div&gt;</p>\n<p>a</p>\n<p>&lt;/div&gt;</p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
    ],
)
def test_raw_html_becomes_text(text: str, html: str) -> None:
    assert converted(text) == html


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[a](../../plan/3-arboles/agua.md#nodo-c1)", 'href="../../3-arboles/agua.md#nodo-c1"'),
        ("[a][1]\n\n[1]: ../../plan/fuentes.yml", 'href="../../fuentes/index.md"'),
        ("![a](evidencias/foto%201.png)", 'src="evidencias/foto%201.png"'),
        ("Nota[^1].\n\n[^1]: Ver [a](../02-bosque/compromiso.md).", 'href="../02-bosque/index.md"'),
        ("| a |\n|---|\n| [b](../../plan/actores.yml) |", 'href="../../organizaciones/index.md"'),
        ("[a](https://agua.example/x.md)", 'href="https://agua.example/x.md"'),
        ("<https://agua.example/>", 'href="https://agua.example/"'),
    ],
)
def test_links_between_documents_are_rewritten(text: str, link: str) -> None:
    assert link in converted(text)


def test_links_stay_as_they_are_where_no_document_is_shown() -> None:
    assert 'href="../../plan/fuentes.yml"' in converted("[a](../../plan/fuentes.yml)", document="")


@pytest.mark.parametrize(
    "text",
    [
        "`[a](../../plan/fuentes.yml) <b>`",
        "```\n[a](../../plan/fuentes.yml) <b>\n## No\n```",
        "    [a](../../plan/fuentes.yml) <b>",
    ],
)
def test_code_is_shown_as_written(text: str) -> None:
    html = converted(text)
    assert "[a](../../plan/fuentes.yml) &lt;b&gt;" in html
    assert "<a" not in html
    assert "<h2" not in html


def test_one_converter_after_another_forgets_nothing_and_keeps_nothing() -> None:
    prose = Prose()
    markdown = Markdown(extensions=["toc", prose])
    prose.document = "plan/index.md"
    first = markdown.convert("[a](3-arboles/agua.md)")
    prose.document = "plan/6-seguimiento/lecciones.md"
    second = markdown.reset().convert("[a](../3-arboles/agua.md)")
    assert 'href="3-arboles/agua.md"' in first
    assert 'href="../3-arboles/agua.md"' in second


def test_a_section_has_the_address_that_the_checks_use() -> None:
    assert '<h2 id="genero-e-inclusion">' in converted("## Género e inclusión")
    assert '<h2 id="fase-1-inicio">' in converted("## Fase 1\\. **Inicio**")


def test_a_lesser_heading_does_not_take_the_address_of_a_section() -> None:
    html = converted("## Problema público\n\n### Objetivo\n\nuno\n\n## Objetivo\n\ndos")
    assert '<h2 id="objetivo">Objetivo</h2>\n<p>dos</p>' in html
    assert '<h3 id="objetivo_1">' in html


@pytest.mark.parametrize("text", ["> ## Objetivo\n>\n> uno", "- uno\n\n    ## Objetivo\n\n    dos", "> # Título"])
def test_a_heading_inside_something_else_is_no_section(text: str) -> None:
    html = converted(text)
    assert "<h3" in html
    assert "<h2" not in html
    assert "<h1" not in html


def test_a_translation_keeps_the_addresses_of_its_original() -> None:
    prose = Prose()
    prose.anchors = {"goal": "objetivo"}
    assert Markdown(extensions=["toc", prose]).convert("## Goal") == '<h2 id="objetivo">Goal</h2>'
