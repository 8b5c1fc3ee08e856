"""Where things stand on the site, and how one page names another."""

import pytest

from actionplan.pages.addresses import of_document, relative_source, relative_url, url
from actionplan.pages.contents import KINDS

COMMITMENT = "commitments/01-agua/compromiso.md"
ROADMAP = "commitments/01-agua/hoja-de-ruta.md"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("plan/plan.yml", "index.md"),
        ("plan/actores.yml", "organizaciones/index.md"),
        ("plan/fuentes.yml", "fuentes/index.md"),
        ("plan/index.md", "index.md"),
        ("plan/3-arboles/agua.md", "3-arboles/agua.md"),
        (COMMITMENT, "compromisos/01-agua/index.md"),
        (ROADMAP, "compromisos/01-agua/hoja-de-ruta.md"),
        # Reports and verifications are read on the page of their commitment.
        ("commitments/01-agua/avances/2020-06-30-gob.md", "compromisos/01-agua/index.md"),
        ("commitments/01-agua/verificaciones/2020-07-10-osc.md", "compromisos/01-agua/index.md"),
        ("commitments/01-agua/evidencias/acta 1.pdf", "compromisos/01-agua/evidencias/acta 1.pdf"),
    ],
)
def test_every_document_has_the_address_of_the_page_that_shows_it(path: str, address: str) -> None:
    assert of_document(path) == address


def test_organisations_and_sources_have_a_page_each() -> None:
    assert KINDS["organisation"].at("gob") == "organizaciones/gob.md"
    assert KINDS["source"].at("acta") == "fuentes/acta.md"


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("index.md", ""),
        ("que-no-se-sabe.md", "que-no-se-sabe/"),
        ("compromisos/index.md", "compromisos/"),
        ("compromisos/01-agua/hoja-de-ruta.md", "compromisos/01-agua/hoja-de-ruta/"),
        ("mi-index.md", "mi-index/"),
        ("foto.png", "foto.png"),
        ("evidencias/acta de entrega año 1.pdf", "evidencias/acta%20de%20entrega%20a%C3%B1o%201.pdf"),
        ("evidencias/¿50%?#1.pdf", "evidencias/%C2%BF50%25%3F%231.pdf"),
    ],
)
def test_pages_are_folders_and_files_are_themselves(address: str, expected: str) -> None:
    assert url(address) == expected


@pytest.mark.parametrize(
    ("target", "here", "expected"),
    [
        ("index.md", "index.md", "./"),
        ("index.md", "que-no-se-sabe.md", "../"),
        ("index.md", "compromisos/01-agua/index.md", "../../"),
        ("compromisos/index.md", "index.md", "compromisos/"),
        ("compromisos/01-agua/index.md", "compromisos/01-agua/index.md", "./"),
        ("compromisos/01-agua/hoja-de-ruta.md", "compromisos/01-agua/index.md", "hoja-de-ruta/"),
        ("compromisos/01-agua/index.md", "compromisos/01-agua/hoja-de-ruta.md", "../"),
        ("organizaciones/gob.md", "3-arboles/agua.md", "../../organizaciones/gob/"),
        ("a b/ñ.pdf", "index.md", "a%20b/%C3%B1.pdf"),
        ("assets/foto.png", "compromisos/01-agua/index.md", "../../assets/foto.png"),
    ],
)
def test_a_page_names_another_from_where_it_stands(target: str, here: str, expected: str) -> None:
    assert relative_url(target, here) == expected


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        # What the forge understands, between the two roots of the repository, is what the site understands.
        ("hoja-de-ruta.md", "hoja-de-ruta.md"),
        ("../../plan/3-arboles/agua.md", "../../3-arboles/agua.md"),
        ("../../plan/3-arboles/agua.md#nodo-c1", "../../3-arboles/agua.md#nodo-c1"),
        ("../02-bosque/compromiso.md", "../02-bosque/index.md"),
        ("avances/2020-06-30-gob.md", "index.md"),
        ("../../plan/plan.yml", "../../index.md"),
        ("../../plan/actores.yml", "../../organizaciones/index.md"),
        ("../../plan/fuentes.yml", "../../fuentes/index.md"),
        # Names with blanks and accents, as an author or the forge writes them.
        ("evidencias/acta%20a%C3%B1o%201.pdf", "evidencias/acta%20a%C3%B1o%201.pdf"),
        ("evidencias/año.pdf", "evidencias/a%C3%B1o.pdf"),
        # Not links between documents: they stay as they are.
        ("#objetivo", "#objetivo"),
        ("https://agua.example/a.md", "https://agua.example/a.md"),
        ("//agua.example/a.md", "//agua.example/a.md"),
        ("mailto:contacto", "mailto:contacto"),
        ("tel:000", "tel:000"),
        ("/plan/index.md", "/plan/index.md"),
        ("../../README.md", "../../README.md"),
        ("../../../fuera.md", "../../../fuera.md"),
    ],
)
def test_a_link_from_a_commitment_holds_on_the_site(link: str, expected: str) -> None:
    assert relative_source(link, COMMITMENT) == expected


@pytest.mark.parametrize(
    ("document", "link", "expected"),
    [
        ("plan/index.md", "../commitments/01-agua/compromiso.md", "compromisos/01-agua/index.md"),
        ("plan/3-arboles/agua.md", "../1-consulta/index.md#d-cifras", "../1-consulta/index.md#d-cifras"),
        ("plan/3-arboles/agua.md", "../fuentes.yml", "../fuentes/index.md"),
        ("plan/1-consulta/index.md", "foto%201.png", "foto%201.png"),
    ],
)
def test_a_link_from_the_plan_holds_on_the_site(document: str, link: str, expected: str) -> None:
    assert relative_source(link, document) == expected
