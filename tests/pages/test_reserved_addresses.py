"""No document can take the place of a page that the site makes, nor two documents the same place."""

from __future__ import annotations

import plans
import pytest

from actionplan.documents.kinds import RESERVED
from actionplan.language.locale import locale
from actionplan.pages.contents import reserved_names
from actionplan.pages.site import Site

PAGE = """\
---
tipo: "pagina"
titulo: "Una página"
---
"""


@pytest.mark.parametrize("name", [*RESERVED, "en", "fr"])
def test_a_reserved_name_is_no_place_for_a_document(name: str) -> None:
    for path in (f"plan/{name}.md", f"plan/{name}/otra.md"):
        assert plans.findings_of({**plans.VALID, path: PAGE}) == [f"{path}:1:1 FOR16"]


def test_whatever_the_site_makes_stands_at_a_reserved_name() -> None:
    site = Site(plans.loaded().plan, locale("es"))
    made = {page.address for page in site.pages.values() if page.entry is None} | {
        file.address for file in site.files() if not file.path
    }
    assert {address.partition("/")[0].removesuffix(".md") for address in made} <= {*RESERVED, "index"}


def test_the_reserved_names_are_those_of_the_kinds_of_page() -> None:
    assert reserved_names() == RESERVED


def test_a_file_and_a_folder_of_the_same_name_would_be_one_page() -> None:
    files = {**plans.VALID, "plan/notas.md": PAGE, "plan/notas/index.md": PAGE}
    assert plans.findings_of(files) == ["plan/notas.md:1:1 FOR24"]


def test_evidence_in_custody_can_be_opened_unless_it_could_run() -> None:
    proof = """\
    porcentaje: 40
    evidencias:
      - titulo: "Acta"
        archivo: "acta firmada.pdf"
      - titulo: "Dibujo"
        archivo: "dibujo.svg"
"""
    files = plans.changed(plans.REPORT_PATH, ("    porcentaje: 40\n", proof))
    folder = "commitments/01-agua/evidencias"
    files |= {f"{folder}/acta firmada.pdf": b"%PDF", f"{folder}/dibujo.svg": b"<svg/>"}
    site = Site(plans.loaded(files).plan, locale("es"))
    html = site.render(site.pages["compromisos/01-agua/index.md"], "")
    assert '<a href="evidencias/acta%20firmada.pdf">Acta</a>' in html
    assert "Dibujo (dibujo.svg)" in html
