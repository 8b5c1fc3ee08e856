"""The body is prose under headings; both the forge and the site agree on what is a heading."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown.extensions.toc import slugify

from actionplan.documents import links, slug, without_code
from actionplan.documents.body import read_body


def headings(text: str) -> list[tuple[int, str, int]]:
    return [(found.level, found.title, found.line) for found in read_body(text, 1).headings]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## Objetivo\n\nTexto.\n\n### Detalle", [(2, "Objetivo", 1), (3, "Detalle", 5)]),
        ("# Uno #\n## Dos ##  \n### C#\n", [(1, "Uno", 1), (2, "Dos", 2), (3, "C#", 3)]),
        ("   ## Tres espacios", [(2, "Tres espacios", 1)]),
        ("    ## Cuatro son código", []),
        ("##Sin espacio", [(2, "Sin espacio", 1)]),
        ("####### Siete", []),
        ("Texto con # dentro", []),
        ("Título\n=====\n\nOtro\n---\n", [(1, "Título", 1), (2, "Otro", 4)]),
        ("Texto.\n\n---\n\nMás.", []),
        ("## Objetivo\n---\n", [(2, "Objetivo", 1)]),
        ("| a |\n|---|\n| 1 |\n", []),
        ("```\n## Dentro\n```\n## Fuera", [(2, "Fuera", 4)]),
        ("~~~\n```\n## Dentro\n~~~\n## Fuera", [(2, "Fuera", 5)]),
        ("````\n```\n## Dentro\n````\n## Fuera", [(2, "Fuera", 5)]),
        ("```\n```python\n## Dentro\n```\n## Fuera", [(2, "Fuera", 5)]),
        ("```en línea``` y texto\n## Fuera", [(2, "Fuera", 2)]),
        ("```\nTexto\n---\n```\n", []),
        ("", []),
    ],
)
def test_headings_have_level_title_and_line(text: str, expected: list[tuple[int, str, int]]) -> None:
    assert headings(text) == expected


def test_lines_count_from_the_start_of_the_file() -> None:
    assert read_body("## Objetivo", 40).headings[0].line == 40


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Problema público", "problema-publico"),
        ("¿Qué se hará?", "que-se-hara"),
        ("Género e inclusión", "genero-e-inclusion"),
        ("a  -  b", "a-b"),
        ("水", ""),
    ],
)
def test_a_heading_is_named_by_its_slug(title: str, expected: str) -> None:
    assert slug(title) == expected


@given(st.text(max_size=40))
@settings(max_examples=200)
def test_the_slug_is_the_one_that_python_markdown_makes(title: str) -> None:
    assert slug(title) == slugify(title, "-")


WORD = st.text(alphabet="abcñé ", min_size=1, max_size=8).map(str.strip).filter(bool)
LINE = st.one_of(
    WORD,
    st.just(""),
    st.builds("{} {}".format, st.sampled_from(["#", "##", "###"]), WORD),
    st.sampled_from(["```", "---", "===", "##junto"]),
)


@given(st.lists(LINE, max_size=12))
@settings(max_examples=150)
def test_what_the_site_shows_as_a_heading_is_one_for_the_checks(lines: list[str]) -> None:
    text = "\n".join(lines)
    if text.count("```") % 2:
        text += "\n```"
    html = Markdown(extensions=["fenced_code"]).convert(text)
    shown = {re.sub(r"\s+", " ", title) for title in re.findall(r"<h[1-6]>(.*?)</h[1-6]>", html, re.DOTALL)}
    assert shown - {""} <= {re.sub(r"\s+", " ", heading.title) for heading in read_body(text, 1).headings}


def targets(text: str) -> list[tuple[str, int, int]]:
    return [(found.text, found.line, found.column) for found in links(read_body(text, 1))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vea [el acta](acta.pdf).", [("acta.pdf", 1, 15)]),
        ('a\n\n![Foto](<foto.png> "Título")', [("foto.png", 3, 10)]),
        ("[a](b_(c).md)", [("b_(c).md", 1, 5)]),
        ("[a][1]\n\n[1]: ../x.md 'Título'", [("../x.md", 3, 6)]),
        ("[^1]: una nota", []),
        ("`[a](b)` y ``[c](d)``", []),
        ("```\n[a](b)\n```\n[c](d)", [("d", 4, 5)]),
        ("[a]( )", [("", 1, 6)]),
    ],
)
def test_links_and_images_have_target_and_place_outside_code(text: str, expected: list[tuple[str, int, int]]) -> None:
    assert targets(text) == expected


@given(st.text(alphabet="`~ab\n <>", max_size=60))
@settings(max_examples=150)
def test_blanking_code_moves_nothing(text: str) -> None:
    blank = without_code(text)
    assert len(blank) == len(text)
    assert all(new in (old, " ") and (old != "\n" or new == "\n") for old, new in zip(text, blank, strict=True))
