"""Which pages there are, what the menu names, and which files are copied."""

import pytest
from plans import VALID, loaded

from actionplan.language.locale import locale
from actionplan.loader import Loaded
from actionplan.pages.assets import published_files
from actionplan.pages.contents import KINDS
from actionplan.pages.menu import Menu, menu
from actionplan.pages.site import Site


def addresses_in(items: Menu) -> list[str]:
    found = []
    for item in items:
        for below in item.values():
            found += [below] if isinstance(below, str) else addresses_in(below)
    return found


def test_the_small_plan_has_a_page_for_each_document_and_each_index() -> None:
    site = Site(loaded({**VALID}).plan, locale("es"))
    # Reports and verifications are read on their commitment's page, settings on their indexes.
    assert set(site.pages) == {
        "index.md",
        "compromisos/index.md",
        "compromisos/01-agua/index.md",
        "compromisos/01-agua/hoja-de-ruta.md",
        "3-arboles/agua.md",
        "organizaciones/index.md",
        "organizaciones/gob.md",
        "organizaciones/osc.md",
        "fuentes/index.md",
        "fuentes/acta.md",
        "que-no-se-sabe.md",
        "reglas.md",
        "como-se-calcula.md",
        "tablero.md",
        "cambios/index.md",
        "guias/index.md",
        "guias/colideres.md",
        "guias/revision.md",
        "guias/mantenimiento.md",
        "traduccion.md",
    }


def test_both_languages_have_the_same_pages(whole_plan: Loaded) -> None:
    spanish, english = (Site(whole_plan.plan, locale(code)) for code in ("es", "en"))
    assert list(spanish.pages) == list(english.pages)


def test_every_page_has_a_title_and_a_kind(whole_plan: Loaded) -> None:
    for page in Site(whole_plan.plan, locale("es")).pages.values():
        assert page.title.strip()
        assert page.kind is KINDS[page.kind.name]


def test_the_menu_names_indexes_and_never_what_grows_by_the_hundred(whole_plan: Loaded) -> None:
    site = Site(whole_plan.plan, locale("es"))
    named = addresses_in(menu(site))
    assert len(named) == len(set(named))
    assert set(named) == {page.address for page in site.pages.values() if page.in_menu}
    assert {"index.md", "compromisos/index.md", "4-mesas/index.md", "sesiones/index.md"} <= set(named)
    for prefix in ("compromisos/0", "organizaciones/g", "fuentes/a", "3-arboles/a", "4-mesas/m", "sesiones/2"):
        assert not any(address.startswith(prefix) for address in named), prefix


@pytest.mark.parametrize(("code", "word"), [("es", "Compromisos"), ("en", "Commitments")])
def test_the_menu_speaks_the_language_of_the_site(code: str, word: str, whole_plan: Loaded) -> None:
    assert {word: "compromisos/index.md"} in menu(Site(whole_plan.plan, locale(code)))


def test_pages_without_a_file_of_their_own_are_not_offered_for_editing(whole_plan: Loaded) -> None:
    site = Site(whole_plan.plan, locale("es"))
    here = "https://forja.example/plan/edit/main"
    assert site.edit_url(site.pages["3-arboles/agua.md"]) == f"{here}/plan/3-arboles/agua.md"
    assert site.edit_url(site.pages["fuentes/acta.md"]) is None


def test_a_plan_without_a_forge_offers_no_editing() -> None:
    site = Site(loaded({**VALID}).plan, locale("es"))
    assert site.edit_url(site.pages["3-arboles/agua.md"]) is None


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("commitments/01-agua/evidencias/acta año 1.pdf", "compromisos/01-agua/evidencias/acta año 1.pdf"),
        ("commitments/01-agua/evidencias/sub/datos.CSV", "compromisos/01-agua/evidencias/sub/datos.CSV"),
        ("commitments/01-agua/foto.png", "compromisos/01-agua/foto.png"),
        ("plan/4-mesas/mapa.webp", "4-mesas/mapa.webp"),
    ],
)
def test_evidence_and_pictures_are_copied(path: str, address: str) -> None:
    assert published_files(loaded({**VALID, path: "x"}).plan) == {address: path}


@pytest.mark.parametrize(
    "name",
    ["a.svg", "a.SVG", "a.svgz", "a.html", "a.htm", "a.xhtml", "a.xml", "a.js", "a.mjs", "a.css", "a.exe", "a", "a.md"],
)
def test_what_could_run_or_pose_as_a_page_is_never_copied(name: str) -> None:
    for folder in ("commitments/01-agua/evidencias", "commitments/01-agua", "plan/4-mesas"):
        assert published_files(loaded({**VALID, f"{folder}/{name}": "x"}).plan) == {}


def test_documents_and_settings_are_not_copied() -> None:
    assert published_files(loaded({**VALID}).plan) == {}
