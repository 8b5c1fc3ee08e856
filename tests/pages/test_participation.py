"""Every page leads to the forge's forms, filled in as far as known, and to the guides; without a forge, to these."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from urllib.parse import parse_qsl

import pytest
from plans import ROADMAP_PATH, VALID, changed, loaded

from actionplan.intake.forms import forms_of
from actionplan.language.locale import locale
from actionplan.pages.site import Site

Files = dict[str, str | bytes]
Render = Callable[..., str]

HERE = "https://forja.example/plan"
NAMED = changed("plan/plan.yml", ("procedencia:", f'forja: "{HERE}/"\nprocedencia:'))
FILE = "commitments%2F01-agua%2Fcompromiso.md"
ALWAYS = ("Proponer un cambio", "Informar avance", "Impugnar o verificar", "Preguntar")
ENGLISH = ("Propose a change", "Report progress", "Contest or verify", "Ask a question")


def ways(html: str) -> dict[str, str]:
    """What a reader can do from a page, with its address."""
    found = re.search(r'<ul class="participar".*?</ul>', html, re.DOTALL)
    links = re.findall(r'<a href="([^"]+)">([^<]+)</a>', found[0]) if found else []
    return {label: unescape(address) for address, label in links}


def test_a_commitment_leads_to_its_own_forms(render: Render) -> None:
    assert ways(render(NAMED, "compromisos/01-agua/index.md", "es")) == {
        "Proponer un cambio": f"{HERE}/edit/main/commitments/01-agua/compromiso.md",
        "Informar avance": f"{HERE}/issues/new?template=avance.yml&compromiso=c01",
        "Impugnar o verificar": f"{HERE}/issues/new?template=verificacion.yml&compromiso=c01&avance=2020-03-31-gob",
        "Aportar un dato que falta": f"{HERE}/issues/new?template=dato.yml&archivo={FILE}",
        "Preguntar": f"{HERE}/issues/new?template=pregunta.yml&archivo={FILE}",
        "Guías": "../../guias/",
    }


def test_a_roadmap_leads_to_those_of_its_commitment(render: Render) -> None:
    found = ways(render(NAMED, "compromisos/01-agua/hoja-de-ruta.md", "es"))
    assert found["Proponer un cambio"] == f"{HERE}/edit/main/{ROADMAP_PATH}"
    assert found["Informar avance"] == f"{HERE}/issues/new?template=avance.yml&compromiso=c01"


def test_a_page_made_from_many_files_leads_to_the_person_who_knows_which(render: Render) -> None:
    asked = f"{HERE}/issues/new?template=pregunta.yml&archivo=%2Ftablero%2F"
    assert ways(render(NAMED, "tablero.md", "es")) == {
        "Proponer un cambio": f"{asked}&pregunta=Propongo+este+cambio%3A+",
        "Informar avance": f"{HERE}/issues/new?template=avance.yml",
        "Impugnar o verificar": f"{HERE}/issues/new?template=verificacion.yml",
        "Preguntar": asked,
        "Guías": "../guias/",
    }


@pytest.mark.parametrize(
    ("address", "shown"), [("cambios/index.md", "/cambios/"), ("organizaciones/osc.md", "/organizaciones/osc/")]
)
def test_a_page_without_a_file_is_named_by_its_place_on_the_site_and_never_by_a_file_that_is_not_there(
    address: str, shown: str, render: Render
) -> None:
    for label in ("Proponer un cambio", "Preguntar"):
        asked = dict(parse_qsl(ways(render(NAMED, address, "es"))[label].partition("?")[2]))
        assert asked["archivo"] == shown


def test_where_nothing_was_reported_the_report_to_contest_is_left_open(render: Render) -> None:
    silent = {path: text for path, text in NAMED.items() if "/avances/" not in path and "/verificaciones/" not in path}
    found = ways(render(silent, "compromisos/01-agua/index.md", "es"))
    assert found["Impugnar o verificar"] == f"{HERE}/issues/new?template=verificacion.yml&compromiso=c01"


def test_what_is_not_known_can_be_supplied(render: Render) -> None:
    assert ways(render(NAMED, "que-no-se-sabe.md", "es"))["Aportar un dato que falta"] == (
        f"{HERE}/issues/new?template=dato.yml"
    )
    assert "Aportar un dato que falta" not in ways(render(NAMED, "3-arboles/agua.md", "es"))


def test_a_fact_is_supplied_to_the_document_that_a_translation_translates(render: Render) -> None:
    source_file = 'tipo: "traduccion"\ntraduce: "c01"\noriginal_sha256: "' + "0" * 64 + '"\n'
    files = NAMED | {"commitments/01-agua/compromiso.en.md": f"---\n{source_file}---\n"}
    found = ways(render(files, "compromisos/01-agua/index.md", "en"))
    assert found["Propose a change"] == f"{HERE}/edit/main/commitments/01-agua/compromiso.en.md"
    assert found["Supply a missing fact"] == f"{HERE}/issues/new?template=dato.yml&archivo={FILE}"


@pytest.mark.parametrize(("language", "words"), [("es", ALWAYS), ("en", ENGLISH)])
def test_every_page_has_all_four_of_which_each_leads_to_a_form_or_a_file_that_there_is(
    whole: Files, render: Render, language: str, words: tuple[str, ...]
) -> None:
    files = {**whole, "plan/plan.yml": str(whole["plan/plan.yml"]).replace("https://forja.example/plan/", f"{HERE}/")}
    forms = {
        f"{form.name}.yml": {question.id: question for question in form.questions}
        for form in forms_of(loaded(files).plan)
    }
    pages = Site(loaded(files).plan, locale(language)).pages
    assert len(pages) > 20
    for address in pages:
        found = ways(render(files, address, language))
        assert [word for word in words if word not in found] == [], address
        guides = found.pop("Guías" if language == "es" else "Guides")
        assert guides.endswith("guias/") or address.startswith("guias/"), address
        for target in found.values():
            path, _, query = target.removeprefix(f"{HERE}/").partition("?")
            if path.startswith("edit/main/"):
                assert path.removeprefix("edit/main/") in files, target
                continue
            asked = dict(parse_qsl(query, strict_parsing=True))
            questions = forms[asked.pop("template")]
            assert path == "issues/new"
            assert [name for name in asked if questions[name].options] == [], target


@pytest.mark.parametrize(("language", "said"), [("es", "Cómo participar: guías"), ("en", "How to take part: guides")])
def test_a_plan_without_a_forge_leads_from_every_page_to_the_guides(language: str, said: str, render: Render) -> None:
    for address in Site(loaded(dict(VALID)).plan, locale(language)).pages:
        html = render(dict(VALID), address, language)
        [foot] = re.findall(r'<p class="participar".*?</p>', html)
        [guides] = re.findall(r'<a href="([^"]+)">', foot)
        assert re.sub("<[^>]+>", "", foot) == said, address
        assert guides.endswith("guias/") or address.startswith("guias/"), address
        assert 'class="participar"' not in html.replace(foot, ""), address


def test_the_guides_say_when_the_plan_does_not_tell_where_its_repository_is(render: Render) -> None:
    said = "Este plan no dice dónde está su repositorio"
    assert said in render(dict(VALID), "guias/index.md", "es")
    assert said not in render(NAMED, "guias/index.md", "es")
    assert "participar" in render(NAMED, "guias/index.md", "es")
