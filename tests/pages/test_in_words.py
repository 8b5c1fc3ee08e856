"""What pages say in words where a figure, an id or a code alone would leave the reader guessing."""

from __future__ import annotations

import re
from html import unescape

from plans import loaded
from tracked import action, activity, files_of, report, roadmap

from actionplan.language.locale import locale
from actionplan.pages.site import Site

Files = dict[str, str | bytes]
ROAD = roadmap(action("a1", activity("a1.1", "2020-01-01", "2020-12-31")))


def page(files: Files, address: str, language: str = "es") -> str:
    site = Site(loaded(files).plan, locale(language))
    return site.render(site.pages[address], "")


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_the_home_says_how_far_the_plan_is_of_how_many_and_on_which_day() -> None:
    reported = words(page(files_of(ROAD, report("2020-03-31", "a1.1 en_proceso 60")), "index.md"))
    assert "Avance real del plan al 31 de diciembre de 2020: 60 % (promedio de 1 de 1 compromisos)." in reported
    silent = words(page(files_of(ROAD), "index.md"))
    assert "Avance real del plan al 31 de diciembre de 2020: sin reporte en ningún compromiso." in silent


def test_a_unit_is_not_said_again_where_the_name_of_the_figure_says_it() -> None:
    html = page(files_of(ROAD), "como-se-calcula.md")
    titles = [words(text).lower() for text in re.findall(r"<h2\b[^>]*>(.*?)</h2>", html, re.DOTALL)]
    assert [title for title in titles if title.count("días") > 1] == []
    assert any("(" in title for title in titles)


def test_a_language_is_named_in_its_own_words(whole: Files) -> None:
    assert '<h2 id="d-en" lang="en">English</h2>' in page(whole, "traduccion.md")


def test_causes_and_alternatives_are_told_by_what_they_say(whole: Files) -> None:
    html = page(whole, "compromisos/01-agua/index.md")
    for section in ("d-alternativas", "d-causas"):
        [listed] = re.findall(rf'<h3 id="{section}">.*?</h3>\s*<ul>(.*?)</ul>', html, re.DOTALL)
        items = re.findall(r"<li>(.*?)</li>", listed, re.DOTALL)
        assert items
        assert [item for item in map(words, items) if " " not in item] == [], "an id says nothing"
