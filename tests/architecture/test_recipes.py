"""The recipes of CONTRIBUTING, followed word by word in a copy of the program with names made up here."""

from __future__ import annotations

from pathlib import Path

from architecture.recipe import CATALOGUES, Recipe
from plans import PLAN, VALID

FRENCH = 'idiomas:\n  - "es"\n  - "en"\n  - "fr"\n'


def test_a_page_with_a_file_to_download_takes_three_files(tmp_path: Path) -> None:
    recipe = Recipe(tmp_path, "Add a page", VALID)
    contents = "actionplan/pages/contents.py"
    recipe.insert(
        contents,
        "_KINDS = (\n",
        "def _register(site: Site, _page: SitePage) -> str:\n"
        '    return "".join(f"{actor.id},{actor.sector.word}\\n" for actor in site.plan.actors.values())\n\n\n',
    )
    recipe.insert(
        contents,
        ")\n\nKINDS = {",
        '    PageKind("hallway", "zaguan.md", msg("El zaguán"), msg("Quién entra."), menu=_EVIDENCE,\n'
        '             files={"zaguan/registro.csv": _register}),\n',
    )
    recipe.add(
        "actionplan/pages/templates/hallway.html",
        '{% extends "layout.html" %}\n{% block body %}\n<p>{{ page.summary }}</p>\n'
        '<p><a href="{{ to(page.files[0]) }}" download>{{ _("Bajar el registro") }}</a></p>\n{% endblock %}\n',
    )
    recipe.translate(
        "en",
        {"El zaguán": "The hallway", "Quién entra.": "Who comes in.", "Bajar el registro": "Download the register"},
    )
    assert len(recipe.touched) == 3
    assert recipe.generated() == {"actionplan/documents/reserved.txt"}

    recipe.run("scripts.plan", "build")
    assert '<h1>El zaguán</h1>\n<p>Quién entra.</p>\n<p><a href="registro.csv" download>' in recipe.page(
        "zaguan/index.html"
    )
    assert "Download the register</a>" in recipe.page("en/zaguan/index.html")
    assert recipe.page("zaguan/registro.csv") == "gob,government\nosc,civil_society\n"
    assert 'href="zaguan/"' in recipe.page("index.html"), "the menu leads to it"

    (tmp_path / "plan/zaguan.md").write_text('---\ntipo: "pagina"\ntitulo: "Otro"\n---\n', "utf-8")
    assert "plan/zaguan.md:1:1: FOR16" in recipe.run("scripts.plan", "check", code=1), "no document can take its place"


def test_a_language_of_the_interface_takes_one_file_and_a_catalogue(tmp_path: Path) -> None:
    plan = PLAN.replace('idiomas:\n  - "es"\n  - "en"\n', FRENCH)
    assert FRENCH in plan
    recipe = Recipe(tmp_path, "Add a language", {**VALID, "plan/plan.yml": plan})
    recipe.insert(
        "actionplan/language/languages.py",
        "}\n\n\ndef ",
        '    "fr": Language("Français", "fr", "d MMMM y", "MMMM y", "d MMMM"),\n',
    )
    recipe.translate("fr", {"Compromisos": "Engagements", "Cifras al {date}.": "Chiffres au {date}."})
    assert recipe.touched == {"actionplan/language/languages.py", f"{CATALOGUES}/fr.po"}
    assert recipe.generated() == {"mkdocs.fr.yml"}

    recipe.run("scripts.plan", "build", SITE_URL_FR="https://plan.example/fr/")
    french = recipe.page("fr/compromisos/index.html")
    assert "<h1>Engagements</h1>" in french
    assert '<html lang="fr"' in french
    assert '<link rel="canonical" href="https://plan.example/fr/compromisos/">' in french
    assert "Chiffres au 31 décembre 2020." in recipe.page("fr/tarjetas/c01/index.html")
    assert '<a href="fr/" hreflang="fr" class="md-select__link">' in recipe.page("index.html")
