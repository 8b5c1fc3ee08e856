"""Every site has the guides, in the language they are written in, with their pictures beside them."""

from __future__ import annotations

import pytest
from plans import changed, loaded

from actionplan.language.locale import locale
from actionplan.model import TranslationState
from actionplan.pages.contents import KINDS
from actionplan.pages.guides import GUIDES, pictures, text_of
from actionplan.pages.menu import menu
from actionplan.pages.site import Site

PLAN = loaded().plan
CO_LEADS = KINDS["guide"].at("colideres")
MARKED = '<h1 lang="es">Guía para colíderes</h1>'
NOTICE = "This page is not translated"


@pytest.mark.parametrize(("language", "title"), [("es", "Guías"), ("en", "Guides")])
def test_the_menu_leads_to_the_list_and_the_list_to_each(language: str, title: str) -> None:
    site = Site(PLAN, locale(language))
    assert {title: KINDS["guides"].address} in menu(site)
    html = site.render(site.pages[KINDS["guides"].address], "")
    for guide in GUIDES:
        assert f'<a href="{guide.name}/">{site.locale.translate(guide.title)}</a>' in html


def test_the_title_of_the_file_is_the_page_s_and_stands_once() -> None:
    page = Site(PLAN, locale("es")).pages[CO_LEADS]
    assert page.title == "Guía para colíderes"
    assert not page.prose.lstrip().startswith("#")
    assert page.prose == text_of(GUIDES[0])
    assert page.source == ""


def test_in_its_own_language_nothing_is_said_of_it() -> None:
    site = Site(PLAN, locale("es"))
    html = site.render(site.pages[CO_LEADS], "<p>Hola.</p>")
    assert "<h1>Guía para colíderes</h1>" in html
    assert '<div class="guia"><p>Hola.</p></div>' in html
    assert '<li><a href="../../tablero/">Tablero</a></li>' in html


def test_in_another_language_it_says_that_it_is_not_translated_and_in_which_it_is() -> None:
    site = Site(PLAN, locale("en"))
    page = site.pages[CO_LEADS]
    html = site.render(page, "<p>Hola.</p>")
    assert site.state(page) is TranslationState.MISSING
    assert MARKED in html
    assert NOTICE in html
    assert '<div class="guia" lang="es"><p>Hola.</p></div>' in html
    assert '<li><a href="../../tablero/">Board</a></li>' in html


def test_so_it_does_where_the_plan_itself_is_written_in_that_language() -> None:
    files = changed("plan/plan.yml", ('idioma: "es"', 'idioma: "en"'))
    site = Site(loaded(files).plan, locale("en"))
    html = site.render(site.pages[CO_LEADS], "")
    assert MARKED in html
    assert NOTICE in html


def test_pictures_stand_beside_the_pages_as_in_their_folder() -> None:
    assert {address.rpartition("/")[0] for address in pictures()} == {"guias/img"}
    assert [address for address, content in pictures().items() if not content.startswith(b"\x89PNG")] == []
